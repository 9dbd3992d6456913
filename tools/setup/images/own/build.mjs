// @ts-check
import { Trouble } from '../../host/trouble.mjs';
import { officialImages } from '../base-images.mjs';
import { IMAGES, contentTag, isContentTag, localName, registryOf } from './names.mjs';
import { engineTrouble, isAbsent, registryTrouble } from './trouble.mjs';

/** @import { Host } from '../../host/host.mjs' */
/** @import { Name } from './names.mjs' */

const BAKE_FILE = 'docker/docker-bake.hcl';
/** Images of earlier inputs that stay, for whoever goes back and forth between branches. */
const KEPT = 5;

/**
 * Gives the image of these inputs its local name: the one that is here, or one that somebody has pushed, or a new one.
 *
 * @param {Host} host
 * @param {string} name
 * @throws {Trouble}
 */
export async function buildImage(host, name) {
  if (!isOurs(name)) throw new Trouble(`There is no image ${name}.`, `Ours are ${Object.keys(IMAGES).join(' and ')}.`);
  const tag = await contentTagOf(host, name);
  const content = `tandem/${name}:${tag}`;
  if (await isCurrent(host, name, content)) host.say(`${name}: unchanged, ${tag}`);
  else if (await pull(host, name, tag)) host.say(`${name}: pulled, ${tag}`);
  else {
    await bake(host, name, tag);
    host.say(`${name}: built, ${tag}`);
  }
  const named = await host.run('docker', ['tag', content, localName(host, name)]);
  if (named.code !== 0) throw await engineTrouble(host, named, `The image ${name} could not be named`);
  await forgetOlder(host, name);
}

/** @param {string} name @returns {name is Name} */
function isOurs(name) {
  return Object.hasOwn(IMAGES, name);
}

/** @param {Host} host @param {string} name */
async function contentTagOf(host, name) {
  const hash = host.env['NX_TASK_HASH'];
  if (!hash) throw new Trouble('Only Nx knows what an image is made of.', `npx nx run ${name}:docker-build`);
  const asked = await host.run('docker', ['version', '--format', '{{.Server.Os}}-{{.Server.Arch}}']);
  if (asked.code !== 0) throw await engineTrouble(host, asked, `The image ${name} could not be built`);
  return contentTag(hash, asked.out.trim());
}

/**
 * Whether the engine holds the image, and it stands on the base image that is here now: a name with a tag moves on,
 * and Nx's hash knows the name alone.
 *
 * @param {Host} host @param {Name} name @param {string} content
 */
async function isCurrent(host, name, content) {
  const image = await layersOf(host, content);
  if (image === undefined) return false;
  const base = await layersOf(host, host.env[IMAGES[name]] || officialImages(host)[IMAGES[name]] || '');
  return base === undefined || base.every((layer, index) => layer === image[index]);
}

/** @param {Host} host @param {string} image @returns {Promise<string[] | undefined>} none when it is not here */
async function layersOf(host, image) {
  const ran = await host.run('docker', ['image', 'inspect', '--format', '{{json .RootFS.Layers}}', image]);
  return ran.code === 0 ? JSON.parse(ran.out) : undefined;
}

/**
 * @param {Host} host @param {Name} name @param {string} tag
 * @returns {Promise<boolean>} whether the registry had it; that it does not answer is said, and no reason not to build
 */
async function pull(host, name, tag) {
  const registry = registryOf(host);
  if (registry === undefined) return false;
  const remote = `${registry}/${name}:${tag}`;
  const ran = await host.run('docker', ['pull', '--quiet', remote]);
  if (ran.code !== 0) {
    if (!isAbsent(ran)) host.say(`  ${registryTrouble(ran, registry).message} The image is built here.`);
    return false;
  }
  const content = `tandem/${name}:${tag}`;
  await host.run('docker', ['tag', remote, content]);
  await host.run('docker', ['image', 'rm', remote]);
  return isCurrent(host, name, content);
}

/** @param {Host} host @param {Name} name @param {string} tag */
async function bake(host, name, tag) {
  const ran = await host.show('docker', ['buildx', 'bake', '--file', BAKE_FILE, name], {
    env: { CONTENT_TAG: tag },
  });
  if (ran.code !== 0) throw await engineTrouble(host, ran, `The image ${name} could not be built`);
}

/**
 * Takes the names of older images away, so that the engine can remove them; those with another name stay.
 *
 * @param {Host} host @param {Name} name
 */
async function forgetOlder(host, name) {
  const listed = await host.run('docker', ['image', 'ls', '--format', '{{.Tag}}', `tandem/${name}`]);
  const contents = listed.out
    .split('\n')
    .filter(isContentTag)
    .map((tag) => `tandem/${name}:${tag}`);
  if (contents.length <= KEPT) return;
  const format = '{{.Metadata.LastTagTime.UnixNano}} {{.Id}}';
  const inspected = await host.run('docker', ['image', 'inspect', '--format', format, ...contents]);
  if (inspected.code !== 0) return;
  const times = inspected.out
    .trim()
    .split('\n')
    .map((line) => BigInt(line.split(' ')[0] ?? 0));
  const byAge = contents
    .map((image, index) => ({ image, time: times[index] ?? 0n }))
    .sort((a, b) => (a.time < b.time ? 1 : -1));
  await host.run('docker', ['image', 'rm', ...byAge.slice(KEPT).map(({ image }) => image)]);
}
