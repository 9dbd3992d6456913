// @ts-check
import { readChoice } from './env-file.mjs';

/** @import { ReadHost } from '../host/host.mjs' */

const BAKE_FILE = 'docker/docker-bake.hcl';

/** The build arguments that name the images our own are built on. */
export const ARGUMENTS = ['NODE_IMAGE', 'PYTHON_IMAGE', 'NGINX_IMAGE'];

/**
 * The official images, as the build description names them.
 *
 * @param {ReadHost} host
 * @returns {Record<string, string>} by build argument
 */
export function officialImages(host) {
  const text = host.read(BAKE_FILE) ?? '';
  return pick((name) => new RegExp(`variable\\s+"${name}"\\s*\\{[^}]*?default\\s*=\\s*"([^"]+)"`).exec(text)?.[1]);
}

/**
 * Images that the owner has chosen, in the environment or on lines of their own; they win over everything.
 *
 * @param {ReadHost} host
 * @returns {Record<string, string>} by build argument
 */
export function ownersImages(host) {
  const { others } = readChoice(host.read('.env.local') ?? '');
  return pick((name) => host.env[name] || new RegExp(`^${name}=(\\S+)`, 'm').exec(others)?.[1]);
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
  return Object.fromEntries(ARGUMENTS.map((name) => [name, imageOf(name)]).filter(([, image]) => image));
}
