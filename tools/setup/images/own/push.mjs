// @ts-check
import { Trouble } from '../../host/trouble.mjs';
import { IMAGES, isContentTag, localName, registryOf } from './names.mjs';
import { engineTrouble, registryTrouble } from './trouble.mjs';

/** @import { Host } from '../../host/host.mjs' */

/**
 * Hands the images to the registry, under the tag of their content and then under their version's. The version's tags move
 * when everything that they stand for is there, so a push that fails leaves the registry's versions as they were.
 *
 * @param {Host} host
 * @param {string[]} [names] all of ours
 * @throws {Trouble}
 */
export async function pushImages(host, names = Object.keys(IMAGES)) {
  const registry = registryOf(host);
  if (registry === undefined)
    throw new Trouble('No registry is named.', 'Set TANDEM_IMAGE_REGISTRY, e.g. to registry.example/tandem.');
  const version = host.env['VERSION'] || versionOf(host);
  const contents = await Promise.all(names.map((name) => contentsOf(host, name)));
  for (const [index, name] of names.entries()) {
    for (const tag of contents[index] ?? []) await push(host, `tandem/${name}:${tag}`, registry, `${name}:${tag}`);
  }
  for (const name of names) await push(host, localName(host, name), registry, `${name}:${version}`);
}

/** @param {Host} host */
function versionOf(host) {
  return JSON.parse(host.read('package.json') ?? '{}').version;
}

/** @param {Host} host @param {string} name @returns {Promise<string[]>} the tags of the inputs that make the image as it is */
async function contentsOf(host, name) {
  const image = localName(host, name);
  const ran = await host.run('docker', ['image', 'inspect', '--format', '{{json .RepoTags}}', image]);
  if (ran.code !== 0) throw await engineTrouble(host, ran, `The image ${image} could not be read`);
  const tags = /** @type {string[]} */ (JSON.parse(ran.out));
  return tags
    .filter((tag) => tag.startsWith(`tandem/${name}:`))
    .map((tag) => tag.split(':')[1] ?? '')
    .filter(isContentTag);
}

/** @param {Host} host @param {string} image @param {string} registry @param {string} name there */
async function push(host, image, registry, name) {
  const remote = `${registry}/${name}`;
  const named = await host.run('docker', ['tag', image, remote]);
  if (named.code !== 0) throw await engineTrouble(host, named, `The image ${image} could not be named`);
  const ran = await host.run('docker', ['push', '--quiet', remote]);
  await host.run('docker', ['image', 'rm', remote]);
  if (ran.code !== 0) throw registryTrouble(ran, registry);
  host.say(`pushed ${remote}`);
}
