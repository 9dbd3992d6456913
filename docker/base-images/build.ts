/**
 * Builds local base images from Debian packages, for networks without a container registry. They replace the official images
 * as build arguments of the Dockerfiles. Images that exist and are up to date are not built again.
 *
 * Usage: node docker/base-images/build.ts NODE_IMAGE PYTHON_IMAGE
 * prints NODE_IMAGE=local/node:24 and so on.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debian } from './debian.ts';
import { run } from './run.ts';

/** Tags, by the variable that selects the image. They differ from the official names, so neither can be mistaken for the other. */
const IMAGES: Record<string, string> = {
  NODE_IMAGE: 'local/node:24',
  PYTHON_IMAGE: 'local/python:3.14',
  NGINX_IMAGE: 'local/nginx:1.30',
  POSTGRES_IMAGE: 'local/postgres:18',
  CERTBOT_IMAGE: 'local/certbot:5',
  NGINX_EXPORTER_IMAGE: 'local/nginx-exporter:1',
};
const DEBIAN_IMAGE = 'local/debian:forky';
const RECIPE_LABEL = 'local.recipe';

/** A hash of everything that defines an image; it is stored in the image as a label. */
const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

function isCurrent(image: string, recipe: string): boolean {
  const format = `{{index .Config.Labels "${RECIPE_LABEL}"}}`;
  const found = run('docker', 'image', 'ls', '--quiet', image);
  return found !== '' && run('docker', 'image', 'inspect', '--format', format, image).trim() === recipe;
}

function build(variable: string, base: ReturnType<typeof debian>): string {
  const image = IMAGES[variable];
  if (image === undefined) throw new Error(`Unknown image ${variable}. Use one of ${Object.keys(IMAGES).join(', ')}.`);
  const name = image.replace(/^local\/|:.*$/g, '');
  const baseRecipe = hash(...base.recipe);
  const files = readdirSync(import.meta.dirname).filter((file) => file.startsWith(`${name}.`));
  const recipe = hash(baseRecipe, ...files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')));
  if (isCurrent(image, recipe)) return image;

  if (!isCurrent(DEBIAN_IMAGE, baseRecipe)) {
    console.log(`Building ${DEBIAN_IMAGE} with debootstrap (about 30 seconds)`);
    base.importAs(DEBIAN_IMAGE, `${RECIPE_LABEL}=${baseRecipe}`);
  }
  console.log(`Building ${image}`);
  // The engine's own builder: one in a container cannot read the image of Debian.
  const builder = `--builder=${run('docker', 'context', 'show').trim()}`;
  const options = [builder, `--file=${join(import.meta.dirname, `${name}.Dockerfile`)}`, `--tag=${image}`];
  const folder = mkdtempSync(join(tmpdir(), 'base-image-'));
  try {
    if (variable === 'NODE_IMAGE') {
      run('npm', 'install', '--prefix', folder, '--no-save', `node-linux-${process.arch}@24`, 'npm@11');
      options.push(`--build-context=packages=${folder}`);
    }
    run('docker', 'buildx', 'build', '--quiet', ...options, `--label=${RECIPE_LABEL}=${recipe}`, import.meta.dirname);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return image;
}

try {
  const base = debian();
  for (const variable of process.argv.slice(2)) console.log(`${variable}=${build(variable, base)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
