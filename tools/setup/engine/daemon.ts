import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLine, read, run, UserError, type Log, type Result } from '../shell.ts';
import { runAsRoot } from '../system.ts';

const LOG_FILE = '/var/log/dockerd.log';
const PID_FILES = {
  '/var/run/docker.pid': 'dockerd',
  '/var/run/docker/containerd/containerd.pid': 'containerd',
};
const TIMEOUT_SECONDS = 60;

/** Returns the path of the installed dockerd. On macOS there is none. */
export function findDaemon(): string | undefined {
  return ['/usr/bin/dockerd', '/usr/sbin/dockerd', '/usr/local/bin/dockerd'].find((path) => existsSync(path));
}

/** Starts the daemon and waits until it accepts connections. */
export async function startDaemon(daemon: string, log: Log): Promise<void> {
  if (existsSync('/run/systemd/system')) {
    log('Starting Docker: systemctl start docker');
    await requireRoot(['systemctl', 'start', 'docker']);
    await waitForDaemon('Run `journalctl -u docker` for the reason.', () => true);
    return;
  }
  log(`Starting Docker: ${daemon} (log: ${LOG_FILE})`);
  const pid = await startDetached(daemon);
  await waitForDaemon(`Read ${LOG_FILE} for the reason.`, () => existsSync(`/proc/${pid}`));
}

/** Starts the daemon in a session of its own, so that it keeps running and holds no terminal or pipe open. */
async function startDetached(daemon: string): Promise<string> {
  const stale = await findStalePidFiles();
  if (stale.length > 0) await runAsRoot(['rm', '-f', ...stale]);
  const script = 'setsid "$0" >"$1" 2>&1 </dev/null & echo $!';
  return (await requireRoot(['sh', '-c', script, daemon, LOG_FILE])).stdout.trim();
}

async function requireRoot(command: string[]): Promise<Result> {
  const result = await runAsRoot(command);
  if (!result.ok)
    throw new UserError(`Docker could not be started: ${lastLine(result)} Start Docker yourself, then try again.`);
  return result;
}

/**
 * After a crash, the number in a pid file may belong to another process or a zombie. The daemon would refuse to start.
 *
 * @see {@link https://github.com/moby/moby/issues/46988}
 */
async function findStalePidFiles(): Promise<string[]> {
  const files = Object.entries(PID_FILES).map(async ([file, program]) => {
    const { ok, stdout } = await runAsRoot(['cat', file]);
    const status = read(`/proc/${stdout.trim()}/status`) ?? '';
    const isRunning = status.startsWith(`Name:\t${program}\n`) && !/^State:\tZ/m.test(status);
    return ok && !isRunning ? [file] : [];
  });
  return (await Promise.all(files)).flat();
}

async function waitForDaemon(hint: string, isAlive: () => boolean): Promise<void> {
  const end = Date.now() + TIMEOUT_SECONDS * 1000;
  while (Date.now() < end && isAlive()) {
    const { ok, output } = await run('docker', ['version']);
    if (ok || /permission denied/i.test(output)) return;
    await delay(250);
  }
  const { stdout: reason } = await run('tail', ['-n', '1', LOG_FILE]);
  throw new UserError(`Docker did not start: ${reason} ${hint}`);
}
