import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Products } from '../guides/products';

let products: Products;
let root: string;

/** Runs a command as a person would, without minding how it ends. */
function run(program: string, ...args: string[]): { code: number | null; said: string } {
  const ran = spawnSync(program, args, { cwd: root, env: products.env, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}` };
}

/** @throws Error with git's words when it fails */
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env: products.env, encoding: 'utf8' });

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

beforeAll(() => {
  products = new Products();
  root = products.begun();
  // The product goes its own way: in a file that the template changes as well, in one that it moves, in one of its own.
  writeFileSync(
    join(root, 'apps/web/src/app/footer.tsx'),
    read('apps/web/src/app/footer.tsx').replace('The API', 'Our API'),
  );
  git('mv', 'docs/performance.md', 'docs/speed.md');
  writeFileSync(join(root, 'docs/own.md'), 'A page in many colours.\n');
  commit('feat: goes its own way');
});

afterAll(() => {
  products[Symbol.dispose]();
});

describe('a product that was renamed and has changed', () => {
  it('is told that there is an update', () => {
    const check = run('npm', 'run', 'template:update', '--', '--check');
    expect(check.code, check.said).toBe(2);
    expect(check.said).toMatch(/v9\.9\.9 is there/);
  });

  it('gets what the template changed under its own name, and keeps what it changed itself', () => {
    const update = run('npm', 'run', 'template:update');
    expect(update.code, update.said).toBe(0);
    commit('chore: updates the template');

    expect(read('apps/web/src/app/footer.tsx')).toContain('Our API');
    expect(read('apps/web/src/app/footer.tsx')).toContain('aria-label="About Ox Wagon"');
    expect(read('apps/api/oxen/common/clock.py')).toContain('OX_CART_CLOCK');
    expect(read('docs/speed.md')).toContain('One more figure of Ox Wagon.');
    // A migration of the template's own has run.
    expect(read('docs/own.md')).toBe('A page in many colors.\n');
    expect(JSON.parse(read('template.json'))).toMatchObject({ migrations: ['0001-spells-colors.mjs'] });
    expect(git('grep', '--ignore-case', '--name-only', 'tandem').trim()).toBe('template.json');
  });

  it('passes lint, type checks, unit tests and builds afterwards', () => {
    const checks = run('npx', 'nx', 'run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--outputStyle=static');
    expect(checks.code, checks.said.slice(-8000)).toBe(0);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('is told that there is none any more', () => {
    expect(run('npm', 'run', 'template:update', '--', '--check').code).toBe(0);
  });
});
