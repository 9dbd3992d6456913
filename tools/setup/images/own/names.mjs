// @ts-check
/** @import { ReadHost } from '../../host/host.mjs' */

/** Our images, with the build argument that names what each stands on. */
export const IMAGES = Object.freeze({ web: 'NGINX_IMAGE', api: 'PYTHON_IMAGE' });

/** @typedef {keyof typeof IMAGES} Name */

/**
 * The tag that says what an image was made of: Nx's hash of its task, and the platform, which Nx does not know.
 *
 * @param {string} hash NX_TASK_HASH, which Nx gives to every task
 * @param {string} platform the engine's, `linux-amd64`
 * @returns {string}
 */
export function contentTag(hash, platform) {
  return `content-${hash}-${platform}`;
}

/** @param {string} tag */
export function isContentTag(tag) {
  return /^content-\d+-\w+-\w+$/.test(tag);
}

/**
 * The name under which people and Compose know the image.
 *
 * @param {ReadHost} host
 * @param {string} name
 */
export function localName(host, name) {
  return `tandem/${name}:${host.env['TAG'] || 'local'}`;
}

/**
 * Where images are shared, `registry.example/tandem`: TANDEM_IMAGE_REGISTRY. Without it nothing is pulled or pushed.
 *
 * @param {ReadHost} host
 */
export function registryOf(host) {
  return host.env['TANDEM_IMAGE_REGISTRY']?.replace(/\/+$/, '') || undefined;
}
