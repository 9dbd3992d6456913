// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { runAsRoot } from '../host/as-root.mjs';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { askEngine } from './probe.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */

export const LOG = '/var/log/dockerd.log';
const PROGRAMS = ['/usr/bin/dockerd', '/usr/sbin/dockerd', '/usr/local/bin/dockerd'];
/** Each with the program whose process it should name. */
const PID_FILES = {
  '/var/run/docker.pid': 'dockerd',
  '/var/run/docker/containerd/containerd.pid': 'containerd',
};
const PATIENCE_SECONDS = 60;

/** @param {ReadHost} host */
export function daemonProgram(host) {
  return PROGRAMS.find((path) => host.exists(path));
}

/**
 * Starts the installed engine and waits until it answers.
 *
 * @param {Host} host
 * @throws {Trouble} with the last thing that it logged
 */
export async function startDaemon(host) {
  if (host.exists('/run/systemd/system')) {
    host.say('  Starting it: systemctl start docker');
    await startService(host);
    await answers(host, { way: 'Run `journalctl -u docker` for the reason.', isAlive: () => true });
  } else {
    host.say(`  Starting it: ${daemonProgram(host)} (its log is ${LOG})`);
    const pid = await startDetached(host);
    await answers(host, { way: `Read ${LOG} for the reason.`, isAlive: () => host.exists(`/proc/${pid}`) });
  }
}

/** @param {Host} host */
async function startService(host) {
  const ran = await runAsRoot(host, ['systemctl', 'start', 'docker']);
  if (ran.code !== 0) {
    throw new Trouble(`systemctl start docker failed: ${lastLine(ran)}`, 'Run `journalctl -u docker`.');
  }
}

/**
 * In a session of its own with its output in a file: it outlives this command and holds nobody's terminal or pipe open.
 *
 * @param {Host} host
 * @returns {Promise<string>} its process id
 */
async function startDetached(host) {
  const stale = await stalePidFiles(host);
  if (stale.length > 0) await runAsRoot(host, ['rm', '-f', ...stale]);
  const script = 'setsid "$0" >"$1" 2>&1 </dev/null & echo $!';
  const ran = await runAsRoot(host, ['sh', '-c', script, daemonProgram(host) ?? 'dockerd', LOG]);
  return ran.out.trim();
}

/**
 * After a crash or in a copied machine the number in a pid file may be another program's by now; the engine would take that
 * for itself still running, and refuse.
 *
 * @param {Host} host
 * @returns {Promise<string[]>}
 * @see {@link https://github.com/moby/moby/issues/46988}
 */
export async function stalePidFiles(host) {
  const stale = [];
  for (const [file, program] of Object.entries(PID_FILES)) {
    const { code, out } = await runAsRoot(host, ['cat', file]);
    if (code === 0 && host.read(`/proc/${out.trim()}/comm`)?.trim() !== program) stale.push(file);
  }
  return stale;
}

/**
 * @param {Host} host
 * @param {{way: string, isAlive: () => boolean}} process
 */
async function answers(host, { way, isAlive }) {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  while (Date.now() < end && isAlive()) {
    if ((await askEngine(host)).kind !== 'silent') return;
    await delay(250);
  }
  const logged = (await host.run('tail', ['-n', '1', LOG])).out.trim();
  throw new Trouble(`The container engine did not start: ${logged || 'it logged nothing.'}`, way);
}
