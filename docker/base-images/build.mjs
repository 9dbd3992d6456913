// @ts-check
/**
 * Stand-ins for the official base images, made from Debian packages, for networks without a container registry.
 *
 * The Dockerfiles take their base as a build argument, so nothing else changes: they only must not rely on anything in
 * which these differ from `nginx`, `python:slim` and `node:slim` (users, paths of programs, modules).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { debianMirror } from './mirror.mjs';
import { buildRootfsImage, caBundle, rootfsRecipe } from './rootfs.mjs';
import { StandInError, run } from './run.mjs';

export { StandInError } from './run.mjs';

/** The build argument of the Dockerfiles that each stand-in is for. */
export const standInImages = Object.freeze({
  NODE_IMAGE: 'stand-in/node:24',
  PYTHON_IMAGE: 'stand-in/python:3.14',
  NGINX_IMAGE: 'stand-in/nginx:1.30',
});

/** Debian packages that the machine itself needs before `buildStandIns` can work. */
export const hostPackages = Object.freeze(['debootstrap']);

const DEBIAN_IMAGE = 'stand-in/debian:forky';
const RECIPE_LABEL = 'stand-in.recipe';
const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Makes the images that are missing or whose recipe has changed; does nothing, in well under a second, when all are current.
 *
 * @param {{log?: (step: string) => void}} [options] where each step is announced
 * @returns {Promise<Record<keyof typeof standInImages, string>>} the build arguments to pass on
 * @throws {StandInError} one sentence and the way out
 */
export async function buildStandIns({ log = console.log } = {}) {
  const mirror = debianMirror();
  const bundle = caBundle();
  const debianHash = hash(rootfsRecipe(mirror, bundle));
  const derived = Object.values(standInImages).map((image) => {
    const dockerfile = dockerfileOf(image);
    return { image, dockerfile, recipe: hash(debianHash, readFileSync(join(here, dockerfile), 'utf8')) };
  });
  const present = await recipesInEngine([DEBIAN_IMAGE, ...derived.map(({ image }) => image)]);
  const stale = derived.filter(({ image, recipe }) => present.get(image) !== recipe);
  if (stale.length === 0) return standInImages;

  if (present.get(DEBIAN_IMAGE) !== debianHash) {
    if (!existsSync('/usr/sbin/debootstrap')) {
      throw new StandInError('debootstrap is missing: install it with `apt-get install debootstrap`.');
    }
    await buildRootfsImage(DEBIAN_IMAGE, { mirror, bundle, label: `${RECIPE_LABEL}=${debianHash}`, log });
  }
  for (const { image, dockerfile, recipe } of stale) {
    log(`building ${image} from Debian packages`);
    const labels = ['--label', `${RECIPE_LABEL}=${recipe}`];
    await run(['docker', 'build', '--quiet', '-f', join(here, dockerfile), '-t', image, ...labels, here]);
  }
  return standInImages;
}

/** `stand-in/nginx:1.30` is described by `nginx.Dockerfile`. @param {string} image */
function dockerfileOf(image) {
  return `${image.replace(/^.*\/|:.*$/g, '')}.Dockerfile`;
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
    for (const [argument, image] of Object.entries(await buildStandIns())) console.log(`${argument}=${image}`);
  } catch (error) {
    if (!(error instanceof StandInError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
