import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownLayers } from '../checks/images/layers';
import { Scratch } from '../checks/scratch';

/** Names of this check alone. The folders have names of other lengths too. */
const TAGS = ['reproducible-one', 'reproducible-two'];

const scratches: Scratch[] = [];

/** What the bake file makes an image of on this machine: the variable's choice here, or its default. */
function baseImage(variable: string): string {
  const [scratch] = scratches;
  const bake = JSON.parse(
    scratch?.run('docker', 'buildx', 'bake', '--file', 'docker/docker-bake.hcl', '--print', 'default') ?? '{}',
  ) as { target: Record<string, { args: Record<string, string> }> };
  return bake.target['web-from-clone']?.args[variable] ?? '';
}

beforeAll(() => {
  for (const TAG of TAGS) {
    const scratch = new Scratch({ TAG });
    scratches.push(scratch);
    // From nothing: what a cache brings back says nothing about the build.
    const targets = ['web-from-clone', 'api-from-clone'];
    scratch.run('docker', 'buildx', 'bake', '--no-cache', '--file', 'docker/docker-bake.hcl', ...targets);
  }
});

afterAll(() => {
  execFileSync('docker', [
    'image',
    'rm',
    '--force',
    ...TAGS.flatMap((tag) => [`tandem/web:${tag}`, `tandem/api:${tag}`]),
  ]);
  for (const scratch of scratches) scratch[Symbol.dispose]();
});

describe('two builds of one tree in two folders, without any cache', () => {
  it.each([
    ['web', 'NGINX_IMAGE'],
    ['api', 'PYTHON_IMAGE'],
  ])('have the same files, modes, owners and bytes in every layer of ours: %s', (name, variable) => {
    const [one = [], two = []] = TAGS.map((tag) => ownLayers(`tandem/${name}:${tag}`, baseImage(variable)));
    expect(one.length).toBeGreaterThan(2);
    expect(two).toEqual(one);
  });
});
