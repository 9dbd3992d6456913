// @ts-check
import { showAsRoot } from './as-root.mjs';
import { lastLine } from './run.mjs';
import { Trouble } from './trouble.mjs';

/** @import { Host } from './host.mjs' */

const QUIET = { DEBIAN_FRONTEND: 'noninteractive' };
// Another apt may hold the lock, e.g. the nightly upgrade of a fresh Ubuntu.
const OPTIONS = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', '-o', 'APT::Color=0'];

/**
 * Says what would be installed, asks where there is somebody to ask, and installs it.
 *
 * @param {Host} host
 * @param {string[]} packages
 * @param {{because: string, before?: () => Promise<void>}} options why they are needed; what to do once it is agreed
 * @throws {Trouble} when the person or apt says no
 */
export async function installPackages(host, packages, { because, before }) {
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  host.say(`  ${because} This will be installed${host.user.isRoot ? '' : ' with sudo'}: ${packages.join(' ')}`);
  if (host.mayAsk && !(await host.ask('  Install it now?'))) {
    throw new Trouble('Nothing was installed.', `Install it yourself: ${command}`);
  }
  await before?.();
  for (const args of [['update'], ['install', '--no-install-recommends', ...packages]]) {
    const ran = await showAsRoot(host, ['env', ...assignments(QUIET), 'apt-get', ...OPTIONS, ...args]);
    if (ran.code !== 0) {
      throw new Trouble(`apt-get ${args[0]} failed: ${lastLine(ran)}`, `Try it by hand and start again: ${command}`);
    }
  }
}

/** sudo drops the environment, `env` keeps it. @param {Record<string, string>} variables */
function assignments(variables) {
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`);
}
