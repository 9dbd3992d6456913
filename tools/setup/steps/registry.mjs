// @ts-check
import { hasApt, showAsRoot } from '../host/as-root.mjs';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';

/** @import { Step } from './run-steps.mjs' */

/** Debian's package unpacked and not installed: that would start a service for everybody. */
const FOLDER = '.local/registry';
export const REGISTRY = `${FOLDER}/usr/bin/docker-registry`;
const PACKAGE = 'docker-registry';

/** A container registry for the check that images are found again. @type {Step} */
export const registry = {
  name: 'Registry for tests',
  async look(host) {
    const own = await host.run(`${host.root}/${REGISTRY}`, ['--version']);
    if (own.code === 0) return { ok: true, says: own.out.trim().split(' ').at(-1) ?? '' };
    return {
      ok: false,
      lacks: 'Not here yet.',
      way: hasApt(host)
        ? 'npm run setup unpacks it.'
        : `Build or download https://github.com/distribution/distribution and put it at ${REGISTRY}.`,
    };
  },
  async mend(host) {
    if (!hasApt(host)) return;
    host.remove(FOLDER);
    host.write(`${FOLDER}/.package`, PACKAGE);
    const folder = { cwd: `${host.root}/${FOLDER}` };
    const download = () => host.run('apt-get', ['-q', 'download', PACKAGE], folder);
    let ran = await download();
    if (ran.code !== 0) {
      // A fresh container has no lists of packages.
      await showAsRoot(host, ['apt-get', '-q', 'update']);
      ran = await download();
    }
    if (ran.code !== 0)
      throw new Trouble(`${PACKAGE} could not be downloaded: ${lastLine(ran)}`, 'Check the sources of apt.');
    const [archive = ''] = host.list(FOLDER).filter((name) => name.endsWith('.deb'));
    const unpacked = await host.run('dpkg-deb', ['--extract', archive, '.'], folder);
    if (unpacked.code !== 0)
      throw new Trouble(`${PACKAGE} could not be unpacked: ${lastLine(unpacked)}`, 'Free the disk and try again.');
  },
};
