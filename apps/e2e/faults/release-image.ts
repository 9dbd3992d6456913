import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../support/command.ts';
import { WORKSPACE_ROOT } from '../support/paths.ts';
import type { Stack } from '../support/stack.ts';

export interface Release {
  /** The image's name. */
  image: string;
  remove(): Promise<void>;
}

/**
 * Build another web image that differs from the running one in its index.html alone, by the product's own
 * build description: the same Dockerfile, its compress stage and all.
 *
 * @param change makes the new index.html from the one that is served now; must keep its length
 */
export async function buildRelease(stack: Stack, change: (index: string) => string): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'app-e2e-release-'));
  const image = `tandem/web:${stack.state.project}`;
  try {
    // What is served is what was built: the build's output folder may be another one's by now.
    const container = (await stack.compose(['ps', '--quiet', 'web'])).trim();
    await docker(['cp', `${container}:/srv/web/identity`, join(folder, 'app')]);
    await rename(join(folder, 'app/static'), join(folder, 'static'));
    const index = join(folder, 'app/index.html');
    const old = await readFile(index, 'utf8');
    const changed = change(old);
    if (changed === old || changed.length !== old.length) throw new Error('The change must keep the length.');
    await writeFile(index, changed);

    const sets = ['contexts.build', 'contexts.static'].map((context) => `web.${context}=${folder}`);
    const options = [...sets, `web.tags=${image}`].flatMap((set) => ['--set', set]);
    const bakeFile = join(WORKSPACE_ROOT, 'docker/docker-bake.hcl');
    await docker(['buildx', 'bake', '--file', bakeFile, '--set', `web.context=${WORKSPACE_ROOT}`, ...options, 'web'], {
      environment: baseImages(),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { image, remove: async () => void (await docker(['image', 'rm', image])) };
}

/** This machine's choice of base images, which Nx reads from .env.local by itself. */
function baseImages(): Record<string, string> {
  const file = join(WORKSPACE_ROOT, '.env.local');
  if (existsSync(file)) process.loadEnvFile(file);
  const names = ['NODE_IMAGE', 'PYTHON_IMAGE', 'NGINX_IMAGE'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
