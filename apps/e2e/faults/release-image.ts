import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../support/command.ts';
import { imageName } from '../support/identity.ts';
import { WORKSPACE_ROOT } from '../support/paths.ts';
import type { Stack } from '../support/stack.ts';

export interface Release {
  /** The name of the image. */
  image: string;
  remove(): Promise<void>;
}

/**
 * Build a web image that differs from the running one in its index.html only, with the product's own Dockerfile.
 *
 * @param change returns a new index.html of the same length
 */
export async function buildRelease(stack: Stack, change: (index: string) => string): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'app-e2e-release-'));
  const image = imageName('web', stack.state.project);
  try {
    // Copied from the container, since the build's output folder may have changed since then.
    await docker(['cp', `${await stack.container('web')}:/srv/web/identity`, join(folder, 'app')]);
    await rename(join(folder, 'app/static'), join(folder, 'static'));
    const index = join(folder, 'app/index.html');
    const old = await readFile(index, 'utf8');
    const changed = change(old);
    if (changed === old || changed.length !== old.length) throw new Error('The change must keep the length.');
    await writeFile(index, changed);

    const contexts = ['contexts.build', 'contexts.static'].map((context) => `web.${context}=${folder}`);
    const sets = [`web.context=${WORKSPACE_ROOT}`, ...contexts, `web.tags=${image}`].flatMap((set) => ['--set', set]);
    const bakeFile = join(WORKSPACE_ROOT, 'docker/docker-bake.hcl');
    // This machine's base images and builder. Nx loads the file itself; plain `npx playwright test` does not.
    const local = join(WORKSPACE_ROOT, '.env.local');
    if (existsSync(local)) process.loadEnvFile(local);
    await docker(['buildx', 'bake', '--load', '--file', bakeFile, ...sets, 'web']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { image, remove: async () => void (await docker(['image', 'rm', image])) };
}
