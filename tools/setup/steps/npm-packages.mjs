// @ts-check
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

/** @typedef {{version?: string, link?: boolean, optional?: boolean, devOptional?: boolean}} Locked */

/**
 * Compares what is locked with what npm noted it had installed, and with what is there.
 *
 * No stamp of our own: an `npm install` by hand is seen as well, and costs no second installation.
 *
 * @param {ReadHost} host
 * @returns {string | undefined} the first package that is missing or of another version
 */
export function firstStalePackage(host) {
  const locked = packagesOf(host.read('package-lock.json'));
  const installed = packagesOf(host.read('node_modules/.package-lock.json'));
  for (const [path, { version, link, optional, devOptional }] of Object.entries(locked)) {
    if (!path.startsWith('node_modules/')) continue;
    const there = installed[path];
    // Builds for other systems are locked too, and never installed here.
    if (there === undefined && (optional || devOptional)) continue;
    const same = there !== undefined && (link || there.version === version);
    if (!same || !host.exists(`${path}/package.json`)) return path.replace('node_modules/', '');
  }
  return undefined;
}

/** @type {Step} */
export const npmPackages = {
  name: 'npm packages',
  async look(host) {
    const stale = firstStalePackage(host);
    if (stale === undefined) return { ok: true, says: 'as locked' };
    const lacks = host.exists('node_modules') ? `${stale} is not as locked.` : 'Not installed yet.';
    return { ok: false, lacks, way: 'npm run setup installs them.' };
  },
  async mend(host) {
    const ran = await host.show('npm', ['ci', '--no-audit', '--no-fund']);
    if (ran.code !== 0)
      throw new Trouble(`npm ci failed: ${lastLine(ran)}`, 'Read its output above; `npm ci` alone shows it again.');
  },
};

/**
 * @param {string | undefined} lockfile
 * @returns {Record<string, Locked>}
 */
function packagesOf(lockfile) {
  return lockfile === undefined ? {} : (JSON.parse(lockfile).packages ?? {});
}
