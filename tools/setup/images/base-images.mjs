// @ts-check
import { createHash } from 'node:crypto';

/** @import { ReadHost } from '../host/host.mjs' */

const BAKE_FILE = 'docker/docker-bake.hcl';
const STAND_INS = 'docker/base-images';
export const ARGUMENTS = ['NODE_IMAGE', 'PYTHON_IMAGE', 'NGINX_IMAGE'];

/**
 * The official images, as the build description names them.
 *
 * @param {ReadHost} host
 * @returns {Record<string, string>} by build argument
 */
export function officialImages(host) {
  const text = host.read(BAKE_FILE) ?? '';
  const pairs = ARGUMENTS.flatMap((name) => {
    const image = new RegExp(`variable\\s+"${name}"\\s*\\{[^}]*?default\\s*=\\s*"([^"]+)"`).exec(text)?.[1];
    return image === undefined ? [] : [[name, image]];
  });
  return Object.fromEntries(pairs);
}

/**
 * @param {ReadHost} host
 * @param {string[]} images
 * @returns {Promise<string[]>} those that the engine does not hold
 */
export async function missingImages(host, images) {
  const found = await Promise.all(images.map((image) => host.run('docker', ['image', 'inspect', '--format', '{{.Id}}', image])));
  return images.filter((_, i) => found[i]?.code !== 0);
}

/**
 * Changes when the recipes of the stand-ins do.
 *
 * @param {ReadHost} host
 */
export function standInRecipe(host) {
  const hash = createHash('sha256');
  for (const name of host.list(STAND_INS).sort()) hash.update(name).update(host.read(`${STAND_INS}/${name}`) ?? '');
  return hash.digest('hex');
}

/**
 * Reads what the builder of the stand-ins prints, one build argument a line among its progress.
 *
 * @param {string} output
 * @returns {Record<string, string>}
 */
export function readStandIns(output) {
  const pairs = output.split('\n').flatMap((line) => {
    const [, name = '', image = ''] = /^([A-Z]+_IMAGE)=(\S+)$/.exec(line.trim()) ?? [];
    return ARGUMENTS.includes(name) ? [[name, image]] : [];
  });
  return Object.fromEntries(pairs);
}
