// @ts-check
import { findVersion, isAtLeast } from '../host/version.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Ran } from '../host/run.mjs' */

/** Named build contexts in bake, `compose up --wait` and `service_completed_successfully` work from here on. */
export const MINIMUM = { engine: '24.0', compose: '2.26', buildx: '0.12' };

/**
 * @typedef {{kind: 'ready', says: string}
 *   | {kind: 'absent'} | {kind: 'denied'}
 *   | {kind: 'silent', said: string}
 *   | {kind: 'old', version: string}
 *   | {kind: 'lacks-plugins', plugins: ('compose' | 'buildx')[]}} Answer
 */

/**
 * Asks the container engine itself; that a program is installed says little.
 *
 * @param {ReadHost} host
 * @returns {Promise<Answer>}
 */
export async function askEngine(host) {
  const [engine, compose, buildx] = await Promise.all([
    host.run('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 20_000 }),
    askPlugin(host, 'compose'),
    askPlugin(host, 'buildx'),
  ]);
  if (engine.code !== 0) return readFailure(engine);
  const version = findVersion(engine.out);
  if (!isAtLeast(version, MINIMUM.engine)) return { kind: 'old', version: version ?? 'unknown' };
  const versions = { compose, buildx };
  const plugins = /** @type {const} */ (['compose', 'buildx']).filter(
    (name) => !isAtLeast(versions[name], MINIMUM[name]),
  );
  if (plugins.length > 0) return { kind: 'lacks-plugins', plugins };
  return { kind: 'ready', says: `${version}, Compose ${versions.compose}, Buildx ${versions.buildx}` };
}

/**
 * Asks a plugin of the command line, which answers without an engine.
 *
 * @param {ReadHost} host
 * @param {'compose' | 'buildx'} name
 * @returns {Promise<string | undefined>} its version
 */
export async function askPlugin(host, name) {
  return versionOf(await host.run('docker', name === 'compose' ? [name, 'version', '--short'] : [name, 'version']));
}

/**
 * @param {Ran} ran a `docker version` that failed
 * @returns {Answer}
 */
export function readFailure({ code, err }) {
  if (code === 127) return { kind: 'absent' };
  if (/permission denied/i.test(err)) return { kind: 'denied' };
  const said = err.trim().split('\n').at(-1) ?? '';
  return { kind: 'silent', said: code === 124 ? 'It did not answer in time.' : said };
}

/**
 * Buildx says `github.com/docker/buildx v0.13.1 …`: the name before it holds no number, but its path might one day.
 *
 * @param {Ran} ran
 */
function versionOf({ code, out }) {
  return code === 0 ? findVersion(out.replace(/^\S*\/\S*/, '')) : undefined;
}
