import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CacheServer } from '../checks/cache-server';
import { expectSuccess, Scratch, type NxRun } from '../checks/scratch';

const RUN = ['run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--outputStyle=static'];

/** Where tasks leave what they make, as git writes paths. */
const MADE = ['dist', 'reports', '*/out-tsc/*', '*.tsbuildinfo'];

/** One file of each kind, so that none is left out of the comparison. */
const KINDS = [
  'dist/apps/web/app/index.html',
  'reports/api/test.xml',
  'reports/web/test.xml',
  'reports/setup/test.xml',
  'tools/setup/out-tsc/tsconfig.tsbuildinfo',
];

let server: CacheServer;
let first: Scratch;
let fresh: Scratch;
let filled: NxRun;
let restored: NxRun;

beforeAll(async () => {
  server = new CacheServer();
  first = new Scratch(await server.variables('write'));
  filled = await first.nx(...RUN);

  fresh = new Scratch(await server.variables('read'));
  // What most tasks need to be executed, and none to be restored.
  rmSync(join(fresh.root, 'apps/api/.venv'));
  rmSync(join(fresh.root, '.tandem'), { recursive: true });
  restored = await fresh.nx(...RUN);
});

afterAll(() => {
  for (const resource of [first, fresh, server]) resource[Symbol.dispose]();
});

describe('a fresh clone with a shared cache that main has filled', () => {
  it('has every result of lint, typecheck, test and build without executing one task', () => {
    expectSuccess(filled);
    expectSuccess(restored);
    expect(Object.keys(restored.tasks).sort()).toEqual(Object.keys(filled.tasks).sort());
    const executed = Object.values(restored.tasks).filter(({ cacheStatus }) => cacheStatus !== 'remote-cache-hit');
    expect(executed).toEqual([]);
  });

  it('has the same files as the clone that made them', () => {
    const made = outputsOf(first);
    expect([...made.keys()]).toEqual(expect.arrayContaining(KINDS));
    expect([...outputsOf(fresh)]).toEqual([...made]);
    expect(fresh.git('status', '--porcelain')).toBe('');
  });

  it('has no path of the clone that made them in any file', () => {
    const leaking = [...outputsOf(fresh)].filter(([, text]) => text.includes(first.root)).map(([path]) => path);
    expect(leaking).toEqual([]);
  });
});

/** The files that tasks have made, by path: what git ignores, but for what is installed and Nx's own. */
function outputsOf(clone: Scratch): Map<string, string> {
  const ignored = clone.git('ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--', ...MADE).split('\0');
  const paths = ignored.filter((path) => path !== '' && !/^\.nx\/|(?:^|\/)node_modules\//.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(clone.root, path), 'latin1')]));
}
