// @ts-check
import { GROUP, isMember } from '../engine/access.mjs';
import { daemonProgram, startDaemon } from '../engine/daemon.mjs';
import { installEngine } from '../engine/install.mjs';
import { askEngine, MINIMUM } from '../engine/probe.mjs';
import { byHand, engineRecipe } from '../engine/recipes.mjs';
import { readSystem } from '../host/os-release.mjs';
import { Relaunch, mayRelaunch } from '../host/relaunch.mjs';
import { Trouble } from '../host/trouble.mjs';

/** @import { Answer } from '../engine/probe.mjs' */
/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Finding, Step } from './run-steps.mjs' */

/** npm run setup may replace what the distribution's packages brought, and nothing else. */
const ORIGIN = 'Update it from where it came, with its Compose and Buildx plugins.';

/** @type {Step} */
export const containerEngine = {
  name: 'Container engine',
  async look(host) {
    return describeEngine(await askEngine(host), host);
  },
  async mend(host) {
    const answer = await askEngine(host);
    const found = describeEngine(answer, host);
    // Somebody chose this engine: another one beside it would answer nobody.
    const chosen = host.env['DOCKER_HOST'] ?? host.env['DOCKER_CONTEXT'];
    if (chosen !== undefined && !found.ok)
      throw new Trouble(found.lacks, `The engine at ${chosen} was asked, as the environment says.`);
    if (answer.kind === 'absent') await installEngine(host);
    if (answer.kind === 'lacks-plugins' || answer.kind === 'old') await supplement(answer, host);
    if (answer.kind === 'silent' && !daemonProgram(host)) await installEngine(host);
    const now = await askEngine(host);
    if (now.kind === 'silent' && daemonProgram(host)) await startDaemon(host);
    const isBarred = (await askEngine(host)).kind === 'denied';
    if (isBarred && isMember(host) && mayRelaunch(host)) throw new Relaunch(GROUP);
  },
};

/**
 * An engine from elsewhere than the distribution conflicts with the distribution's packages.
 *
 * @param {Answer & {kind: 'lacks-plugins' | 'old'}} answer
 * @param {import('../host/host.mjs').Host} host
 */
async function supplement(answer, host) {
  const isDistributions = (await host.run('dpkg-query', ['-W', 'docker.io'])).code === 0;
  if (isDistributions) await installEngine(host, answer.kind === 'old' ? undefined : answer.plugins);
}

/**
 * @param {Answer} answer
 * @param {ReadHost} host
 * @returns {Finding}
 */
export function describeEngine(answer, host) {
  const system = readSystem(host);
  const recipe = engineRecipe(system);
  const way = recipe ? 'npm run setup installs and starts one.' : byHand(system);
  const chosen = ['DOCKER_HOST', 'DOCKER_CONTEXT'].filter((name) => host.env[name] !== undefined);
  const command = chosen.length > 0 ? { command: `unset ${chosen.join(' ')}` } : recipe ? {} : { command: null };
  switch (answer.kind) {
    case 'ready':
      return { ok: true, says: answer.says };
    case 'absent':
      return { ok: false, lacks: 'None is installed.', way, ...command };
    case 'denied':
      return {
        ok: false,
        lacks: `${host.user.name} may not use it.`,
        way: `Run \`sudo usermod -aG docker ${host.user.name}\`, sign out and in again.`,
        command: `sudo usermod -aG docker ${host.user.name} && newgrp docker`,
      };
    case 'silent':
      return { ok: false, lacks: `None answers: ${answer.said}`, way, ...command };
    case 'old':
      return { ok: false, lacks: `${answer.version} is older than ${MINIMUM.engine}.`, way: ORIGIN };
    case 'lacks-plugins': {
      const wanted = answer.plugins.map((name) => `${name} ${MINIMUM[name]}`).join(' and ');
      return { ok: false, lacks: `docker ${wanted} or newer does not answer.`, way: ORIGIN };
    }
  }
}
