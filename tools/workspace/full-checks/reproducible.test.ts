import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../checks/images/content';
import { Scratch } from '../checks/scratch';

/** Names of this check alone. The folders have names of other lengths too. */
const TAGS = ['reproducible-one', 'reproducible-two'];

const scratches: Scratch[] = [];

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
  it.each(['web', 'api'] as const)(
    'have the same files, modes, owners and bytes in every layer of ours: %s',
    (name) => {
      const [one, two] = scratches.map((scratch, at) => contentOf(scratch, name, `tandem/${name}:${TAGS[at] ?? ''}`));
      expect(one?.layers.length).toBeGreaterThan(2);
      expect(two).toEqual(one);
    },
  );
});
