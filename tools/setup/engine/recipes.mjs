// @ts-check
import { isAtLeast } from '../host/version.mjs';

/** @import { System } from '../host/os-release.mjs' */

/**
 * @typedef {object} Recipe how the engine is installed on one system
 * @property {string[]} packages
 * @property {{compose: string, buildx: string}} plugins the packages of the plugins alone
 * @property {string} [suite] the later Debian that they come from, where the system's own are too old
 */

/**
 * @param {System} system
 * @returns {Recipe | undefined} none where a person has to choose
 */
export function engineRecipe({ id, version }) {
  // Testing and unstable have no version.
  const isNewDebian = id === 'debian' && (version === '' || isAtLeast(version, '13'));
  if (isNewDebian) return debian((name) => name);
  // 12 ships Engine 20.10 without Buildx; the packages of 13 install beside its libraries.
  if (id === 'debian' && isAtLeast(version, '12')) return { ...debian((name) => `${name}/trixie`), suite: 'trixie' };
  if (id === 'ubuntu' && isAtLeast(version, '22.04')) {
    const plugins = { compose: 'docker-compose-v2', buildx: 'docker-buildx' };
    return { packages: ['docker.io', plugins.buildx, plugins.compose, 'iptables'], plugins };
  }
  return undefined;
}

/** @param {(name: string) => string} from @returns {Recipe} */
function debian(from) {
  const plugins = { compose: from('docker-compose'), buildx: from('docker-buildx') };
  const engine = ['docker.io', 'containerd', 'docker-cli'].map(from);
  return { packages: [...engine, plugins.buildx, plugins.compose, 'iptables'], plugins };
}

/**
 * What to tell somebody on a system without a recipe.
 *
 * @param {System} system
 * @returns {string}
 */
export function byHand({ id, name }) {
  if (id === 'darwin')
    return 'Install Docker Desktop, OrbStack or Colima with Docker’s Compose and Buildx plugins, and start it.';
  if (id === 'fedora')
    return 'Install moby-engine, docker-compose and docker-buildx with dnf, and start the docker service.';
  if (id === 'arch')
    return 'Install docker, docker-compose and docker-buildx with pacman, and start the docker service.';
  return `Install Docker Engine with its Compose and Buildx plugins for ${name}, and start it.`;
}
