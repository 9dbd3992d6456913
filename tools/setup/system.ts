import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { lastLine, read, run, UserError, type Log, type Result } from './shell.ts';

export const isRoot = process.getuid?.() === 0;
export const hasApt = existsSync('/usr/bin/apt-get');

export interface System {
  /** `debian`, `ubuntu`, or the platform where there is no os-release file. */
  id: string;
  /** `12` or `24.04`; undefined for a rolling release. */
  version: string | undefined;
  codename: string;
  name: string;
}

/** @see {@link https://www.freedesktop.org/software/systemd/man/latest/os-release.html} */
export function readSystem(): System {
  const release = parseEnv(read('/etc/os-release') ?? '');
  const id = release['ID'] ?? process.platform;
  return {
    id,
    version: release['VERSION_ID'],
    codename: release['VERSION_CODENAME'] ?? '',
    name: release['PRETTY_NAME'] ?? id,
  };
}

/** Whether steps may install system packages: yes without a terminal, otherwise after `--yes` or a positive answer. */
let mayInstall = true;

export function allowInstalling(isAllowed: boolean): void {
  mayInstall = isAllowed;
}

/** Runs a program as root. sudo must not ask for a password here, since the progress display owns the terminal. */
export function runAsRoot([file = '', ...args]: string[], options: { input?: string } = {}): Promise<Result> {
  return isRoot ? run(file, args, options) : run('sudo', ['-n', file, ...args], options);
}

/** Two steps may install packages at the same time, but apt-get does not wait for the lock of its lists. */
let aptQueue: Promise<unknown> = Promise.resolve();

export async function aptGet(args: string[], log: Log): Promise<void> {
  const options = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300'];
  const words = ['apt-get', ...args].join(' ');
  const turn = aptQueue.then(() => {
    log(words);
    // sudo resets the environment, so that the variable is passed through env.
    return runAsRoot(['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options, ...args]);
  });
  aptQueue = turn;
  const result = await turn;
  if (!result.ok) {
    throw new UserError(`\`${words}\` failed: ${lastLine(result)} Run it as root, then start again.`);
  }
}

export async function installPackages(packages: string[], log: Log): Promise<void> {
  const args = ['install', '--no-install-recommends', ...packages];
  if (!mayInstall) {
    throw new UserError(`System packages are missing. Run \`apt-get ${args.join(' ')}\` as root, then start again.`);
  }
  await aptGet(['update'], log);
  await aptGet(args, log);
}
