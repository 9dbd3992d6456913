// @ts-check
/**
 * Stand-ins for the official base images, made from Debian packages, for networks without a container registry.
 *
 * The Dockerfiles take their base as a build argument, so nothing else changes: they only must not rely on anything in
 * which these differ from `nginx`, `python:slim` and `node:slim` (users, paths of programs, modules).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { debianMirror } from './mirror.mjs';
import { buildRootfsImage, caBundle, rootfsRecipe } from './rootfs.mjs';
import { StandInError, run } from './run.mjs';

export { StandInError } from './run.mjs';

/** By the variable that names the official image: a build argument of the Dockerfiles, or Compose's. */
export const standInImages = Object.freeze({
  NODE_IMAGE: 'stand-in/node:24',
  PYTHON_IMAGE: 'stand-in/python:3.14',
  NGINX_IMAGE: 'stand-in/nginx:1.30',
  POSTGRES_IMAGE: 'stand-in/postgres:18',
});

/** @typedef {keyof typeof standInImages} Name */

/** Debian packages that the machine itself needs before `buildStandIns` can work. */
export const hostPackages = Object.freeze(['debootstrap']);

const DEBIAN_IMAGE = 'stand-in/debian:forky';
const RECIPE_LABEL = 'stand-in.recipe';
const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Makes the images that are missing or whose recipe has changed; does nothing, in well under a second, when all are current.
 *
 * @param {string[]} names which of them, by variable
 * @param {{log?: (step: string) => void}} [options] where each step is announced
 * @returns {Promise<Record<string, string>>} the variables to pass on
 * @throws {StandInError} one sentence and the way out
 */
export async function buildStandIns(names, { log = console.log } = {}) {
  const images = Object.fromEntries(names.map((name) => [name, imageOf(name)]));
  const mirror = debianMirror();
  const bundle = caBundle();
  const debianHash = hash(rootfsRecipe(mirror, bundle));
  const derived = Object.values(images).map((image) => {
    const files = filesOf(image).map((file) => readFileSync(join(here, file), 'utf8'));
    return { image, recipe: hash(debianHash, ...files) };
  });
  const present = await recipesInEngine([DEBIAN_IMAGE, ...derived.map(({ image }) => image)]);
  const stale = derived.filter(({ image, recipe }) => present.get(image) !== recipe);
  if (stale.length === 0) return images;

  if (present.get(DEBIAN_IMAGE) !== debianHash) {
    if (!existsSync('/usr/sbin/debootstrap')) {
      throw new StandInError('debootstrap is missing: install it with `apt-get install debootstrap`.');
    }
    await buildRootfsImage(DEBIAN_IMAGE, { mirror, bundle, label: `${RECIPE_LABEL}=${debianHash}`, log });
  }
  for (const { image, recipe } of stale) {
    log(`building ${image} from Debian packages`);
    const labels = ['--label', `${RECIPE_LABEL}=${recipe}`];
    const dockerfile = join(here, `${baseName(image)}.Dockerfile`);
    await run(['docker', 'build', '--quiet', '-f', dockerfile, '-t', image, ...labels, here]);
  }
  return images;
}

/** @param {string} name @throws {StandInError} when nobody knows it */
function imageOf(name) {
  if (Object.hasOwn(standInImages, name)) return standInImages[/** @type {Name} */ (name)];
  throw new StandInError(`There is no stand-in for ${name}: those are ${Object.keys(standInImages).join(', ')}.`);
}

/** `nginx`, of `stand-in/nginx:1.30`. @param {string} image */
function baseName(image) {
  return image.replace(/^.*\/|:.*$/g, '');
}

/** What an image is made of: `postgres.Dockerfile`, and what that copies. @param {string} image */
function filesOf(image) {
  const isPart = new RegExp(`^${baseName(image)}\\.(?:Dockerfile|.*sh)$`);
  return readdirSync(here)
    .filter((file) => isPart.test(file))
    .sort();
}

/**
 * @param {string[]} images
 * @returns {Promise<Map<string, string>>} the recipe hash that each image in the engine carries
 */
async function recipesInEngine(images) {
  const format = `{{range .RepoTags}}{{.}} {{end}}|{{index .Config.Labels "${RECIPE_LABEL}"}}`;
  // An image that isn't there makes the exit code 1; the others are printed all the same.
  const inspect = ['docker', 'image', 'inspect', '--format', format, ...images];
  const lines = (await run(inspect, { accept: [0, 1] })).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [tags = '', recipe = ''] = line.split('|');
      return tags.split(' ').map((tag) => /** @type {[string, string]} */ ([tag, recipe]));
    }),
  );
}

/** @param {string[]} parts */
function hash(...parts) {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    const images = await buildStandIns(process.argv.slice(2));
    for (const [name, image] of Object.entries(images)) console.log(`${name}=${image}`);
  } catch (error) {
    if (!(error instanceof StandInError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
