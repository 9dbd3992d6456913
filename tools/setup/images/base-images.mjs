// @ts-check
import { readChoice } from './env-file.mjs';

/** @import { ReadHost } from '../host/host.mjs' */

const BAKE_FILE = 'docker/docker-bake.hcl';
const STACK = 'docker/stack/project.json';

/** The variables that name the official images: those that our own are built on, and the one that a stack may run. */
export const VARIABLES = ['NODE_IMAGE', 'PYTHON_IMAGE', 'NGINX_IMAGE', 'POSTGRES_IMAGE'];

/**
 * The official images that this workspace needs, as the build description and the stack's compose files name them.
 *
 * @param {ReadHost} host
 * @returns {Record<string, string>} by variable
 */
export function officialImages(host) {
  const build = host.read(BAKE_FILE) ?? '';
  const stack = composeFiles(host).map((path) => host.read(path) ?? '');
  return pick(
    (name) =>
      new RegExp(`variable\\s+"${name}"\\s*\\{[^}]*?default\\s*=\\s*"([^"]+)"`).exec(build)?.[1] ??
      new RegExp(`\\$\\{${name}:-([^}]+)\\}`).exec(stack.join('\n'))?.[1],
  );
}

/** What `npx nx up stack` starts; what else lies beside it, somebody starts by hand. @param {ReadHost} host */
function composeFiles(host) {
  const { targets } = JSON.parse(host.read(STACK) ?? '{}');
  const up = String(targets?.up?.options?.command);
  return [...up.matchAll(/(?:-f|--file) (\S+)/g)].map(([, path = '']) => path);
}

/**
 * Images that the owner has chosen in the place of those, in the environment or on lines of their own; they win over
 * everything.
 *
 * @param {ReadHost} host
 * @returns {Record<string, string>} by variable
 */
export function ownersImages(host) {
  const { others } = readChoice(host.read('.env.local') ?? '');
  const needed = officialImages(host);
  return pick((name) =>
    name in needed ? host.env[name] || new RegExp(`^${name}=(\\S+)`, 'm').exec(others)?.[1] : undefined,
  );
}

/**
 * @param {ReadHost} host
 * @param {string[]} images
 * @returns {Promise<string[]>} those that the engine does not hold
 */
export async function missingImages(host, images) {
  const ids = await Promise.all(
    images.map((image) => host.run('docker', ['image', 'inspect', '--format', '{{.Id}}', image])),
  );
  return images.filter((_, i) => ids[i]?.code !== 0);
}

/** @param {(name: string) => string | undefined} imageOf */
function pick(imageOf) {
  return Object.fromEntries(VARIABLES.map((name) => [name, imageOf(name)]).filter(([, image]) => image));
}
