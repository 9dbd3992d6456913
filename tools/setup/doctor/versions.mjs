// @ts-check
import { askPlugin, MINIMUM } from '../engine/probe.mjs';
import { findVersion, isAtLeast } from '../host/version.mjs';

/** @import { Check } from './examine.mjs' */

/** What the oldest Node in use brings (https://nodejs.org/dist/index.json). */
const NPM_MINIMUM = '10.8';

/** @type {Check} */
export const npm = {
  id: 'npm',
  title: 'npm',
  async look(host) {
    // An npm that runs this says so; starting another takes half a second.
    const agent = /\bnpm\/(\S+)/.exec(host.env['npm_config_user_agent'] ?? '')?.[1];
    const version = agent ?? findVersion((await host.run('npm', ['--version'])).out);
    if (isAtLeast(version, NPM_MINIMUM)) return { status: 'ok', says: `${version}` };
    const says = version === undefined ? 'npm does not run.' : `npm ${version} is older than ${NPM_MINIMUM}.`;
    return { status: 'problem', says, mend: version === undefined ? null : 'npm install --global npm@11' };
  },
};

/**
 * A plugin of the container engine's command line, which is there or not whether an engine answers or not.
 *
 * @param {'compose' | 'buildx'} name
 * @returns {Check}
 */
export function plugin(name) {
  const title = name === 'compose' ? 'Compose' : 'Buildx';
  return {
    id: name,
    title,
    async look(host) {
      const version = await askPlugin(host, name);
      if (isAtLeast(version, MINIMUM[name])) return { status: 'ok', says: `${version}` };
      const says =
        version === undefined ? `docker ${name} does not run.` : `${version} is older than ${MINIMUM[name]}.`;
      return { status: 'problem', says, mend: 'npm run setup' };
    },
  };
}
