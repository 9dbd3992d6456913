import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { setting, usesPostgres } from '../settings.ts';
import { lastLine, read, root, run, UserError, type Log, type Result } from '../shell.ts';
import type { Step } from '../step.ts';
import { hasApt, installPackages } from '../system.ts';

const VARIABLES = ['NODE_IMAGE', 'PYTHON_IMAGE', 'NGINX_IMAGE'];
const RECIPES = 'docker/base-images';
/** Nx passes the variables in this file to every task. */
const ENV_FILE = '.env.local';
const RECORD = '.local/base-images.json';

type Images = Record<string, string>;

/**
 * The images that were built here because no registry is reachable, the builder that can use them, and the recipes they were
 * built from.
 */
interface LocalImages {
  images: Images;
  recipes: string;
}

/** The images that apps/*\/Dockerfile build on: the official ones, or local replacements (docker/base-images). */
export const baseImages: Step = {
  id: 'base-images',
  title: 'Base images',
  async check() {
    const local = readRecord();
    const current = Object.entries(currentImages());
    const missing = await missingImages(current.map(([, image]) => image));
    if (missing.length > 0) return { ok: false, message: `Not available: ${missing.join(', ')}.` };
    const isLocal = current.some(([name, image]) => local.images[name] === image);
    if (isLocal && local.recipes !== recipesHash()) {
      return { ok: false, message: `The recipes in ${RECIPES} have changed.` };
    }
    const builder = setting('BUILDX_BUILDER');
    if (isLocal && builder !== local.images['BUILDX_BUILDER']) {
      const message = `The builder ${String(builder)} cannot read local base images. Unset BUILDX_BUILDER.`;
      return { ok: false, message, command: 'unset BUILDX_BUILDER' };
    }
    // To try the registry again, a user deletes the names from .env.local.
    return { ok: true, message: current.map(([, image]) => image).join(', ') };
  },
  async fix(log) {
    // Below Nx, the environment repeats what this step wrote to .env.local.
    for (const [name, image] of Object.entries(readRecord().images)) {
      if (process.env[name] === image) process.env[name] = '';
    }
    // Images that the user selected in the environment or in .env.local replace the official ones.
    record({ images: {}, recipes: '' });
    for (const image of await missingImages(Object.values(currentImages()))) {
      log(`Pulling ${image}`);
      const pull = await run('docker', ['pull', '--quiet', image]);
      if (pull.ok) continue;
      if (isRegistryUnreachable(pull)) return buildLocally(log);
      throw new UserError(
        `Docker could not pull ${image}: ${lastLine(pull)} Check the network, or run \`docker login\`.`,
      );
    }
  },
};

async function buildLocally(log: Log): Promise<void> {
  log('No container registry is reachable. Building equivalent images from Debian packages.');
  if (hasApt && !existsSync('/usr/sbin/debootstrap')) await installPackages(['debootstrap'], log);
  const official = officialImages();
  const names = Object.keys(official).filter((name) => currentImages()[name] === official[name]);
  const build = await run('node', [`${RECIPES}/build.ts`, ...names], { log });
  if (!build.ok) throw new UserError(`The base images could not be built: ${lastLine(build)}`);
  // The builder prints one `NODE_IMAGE=name` line for each image.
  const printed = parseEnv(build.stdout);
  const images = Object.fromEntries(names.map((name) => [name, printed[name] ?? '']));
  // A builder in a container, which the user may have selected, cannot read the engine's images. This one is the engine.
  const { stdout: builder } = await run('docker', ['context', 'show']);
  record({ images: { ...images, BUILDX_BUILDER: builder }, recipes: recipesHash() });
}

/** True when the registry's name does not resolve or nothing listens there; other failures are temporary or need a login. */
function isRegistryUnreachable({ output }: Result): boolean {
  // The same words also describe the engine's own proxy or socket.
  if (/proxy ?connect|docker daemon/i.test(output)) return false;
  return /no such host|(?:connect|read): connection refused/i.test(output);
}

/** The defaults of the bake file and the compose file. */
function officialImages(): Images {
  const text = ['docker/docker-bake.hcl', 'docker/stack/compose.postgres.yaml'].map(read).join('');
  const names = usesPostgres() ? [...VARIABLES, 'POSTGRES_IMAGE'] : VARIABLES;
  const defaultOf = (name: string) => new RegExp(`${name}(?:" \\{\\s*default = "|:-)([^"}]+)`).exec(text)?.[1] ?? '';
  return Object.fromEntries(names.map((name) => [name, defaultOf(name)]));
}

function currentImages(): Images {
  const official = Object.entries(officialImages());
  return Object.fromEntries(official.map(([name, image]) => [name, setting(name) ?? image]));
}

async function missingImages(images: string[]): Promise<string[]> {
  const results = await Promise.all(images.map((image) => run('docker', ['image', 'inspect', image])));
  return images.filter((_image, i) => !results[i]?.ok);
}

function readRecord(): LocalImages {
  return JSON.parse(read(RECORD) ?? '{"images":{},"recipes":""}') as LocalImages;
}

/** Replaces the lines in .env.local that this step wrote before, and leaves the user's lines as they are. */
function record(local: LocalImages): void {
  const own = Object.entries(readRecord().images).map(([name, image]) => `${name}=${image}`);
  const kept = (read(ENV_FILE) ?? '').trimEnd().split('\n');
  const lines = kept.filter((line) => !own.includes(line));
  lines.push(...Object.entries(local.images).map(([name, image]) => `${name}=${image}`));
  const text = lines.join('\n').trim();
  if (text !== '') writeFileSync(join(root, ENV_FILE), `${text}\n`);
  else rmSync(join(root, ENV_FILE), { force: true });
  mkdirSync(join(root, '.local'), { recursive: true });
  writeFileSync(join(root, RECORD), `${JSON.stringify(local)}\n`);
}

function recipesHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(`${RECIPES}/*.{ts,Dockerfile,sh}`, { cwd: root }).sort()) hash.update(read(file) ?? '');
  return hash.digest('hex');
}
