import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch } from '../checks/scratch.ts';
import { baseImages } from './base-images.ts';

describe('the workspace without tools/mutation', () => {
  let scratch: Scratch;

  beforeAll(async () => {
    scratch = new Scratch();
    rmSync(join(scratch.root, 'tools/mutation'), { recursive: true, force: true });
    scratch.edit('tsconfig.json', /,\s*\{\s*"path": "\.\/tools\/mutation"\s*\}/, '');
    await scratch.run('npm', 'install', '--no-audit', '--no-fund');
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--allow-empty', '--message', 'chore: delete the mutation tool');
  });

  afterAll(() => {
    scratch[Symbol.dispose]();
  });

  it('passes lint, type checks, unit tests, builds and the checks of the graph', async () => {
    expect((await scratch.nx('show', 'projects')).split('\n')).not.toContain('mutation');
    await scratch.nx('run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--outputStyle=static');
    await scratch.nx('run', 'workspace:e2e');
  });

  it.each(['web', 'api'])('builds the %s image with plain docker build', async (name) => {
    const images = Object.entries(baseImages()).flatMap(([key, image]) => ['--build-arg', `${key}=${image}`]);
    await scratch.run('docker', 'build', '--quiet', '--file', `apps/${name}/Dockerfile`, ...images, '.');
  });
});
