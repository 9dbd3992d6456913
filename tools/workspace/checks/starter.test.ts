import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch } from './scratch';

/** Each spelling another, so that one in place of another shows. */
const NAME = 'ox-cart';
const ANSWERS = [
  '--title',
  'Ox Wagon',
  '--scope',
  'acme',
  '--python-package',
  'oxen',
  '--images',
  'registry.example/ox',
];

let product: Scratch;
let said: string;

beforeAll(() => {
  product = new Scratch();
  said = product.run('npm', 'run', 'init', '--', '--yes', '--name', NAME, ...ANSWERS);
});

afterAll(() => {
  product[Symbol.dispose]();
});

/** Every file below a folder but what is installed: paths from the root. */
function everyFile(folder = ''): string[] {
  const skipped = ['.git', '.nx', 'node_modules', 'apps/api/.venv', 'tmp', `.${NAME}`];
  return readdirSync(join(product.root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (skipped.includes(path)) return [path];
    return statSync(join(product.root, path)).isDirectory() ? [path, ...everyFile(path)] : [path];
  });
}

describe('a clone after npm run init', () => {
  it('has the old name in no path and no byte of any file, the record of its origin aside', () => {
    const old = /tandem/i;
    const files = everyFile();
    expect(files.length).toBeGreaterThan(700);
    expect(files.filter((path) => old.test(path))).toEqual([]);
    const inside = files.filter((path) => {
      const file = join(product.root, path);
      return statSync(file).isFile() && old.test(readFileSync(file, 'latin1'));
    });
    expect(inside).toEqual(['template.json']);
    expect(readdirSync(join(product.root, 'node_modules')).filter((name) => old.test(name))).toEqual([]);
  });

  it('has everything staged for its first commit, and no history', () => {
    expect(said).toContain('Ox Wagon is ready, and everything is staged for its first commit');
    const lines = product.git('status', '--porcelain').trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('A  '))).toEqual([]);
    expect(product.git('for-each-ref')).toBe('');
  });

  it('has a lockfile that npm itself would not write otherwise', () => {
    product.run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    expect(product.git('diff', '--stat')).toBe('');
    expect(product.run('npm', 'ci', '--dry-run', '--ignore-scripts')).not.toContain('EUSAGE');
  });

  it('is formatted, typed and linted as the template is, and its generated files are fresh', () => {
    product.git('-c', 'user.name=check', '-c', 'user.email=check@localhost', 'commit', '--quiet', '-m', 'feat: begins');
    const targets = [
      'format-check',
      'ruff',
      'import-lint',
      'migrations-check',
      'lock-check',
      'generate-check',
      'typecheck',
    ];
    const run = product.nx('run-many', '-t', ...targets, '--outputStyle=static');
    expect(run.exitCode, run.output).toBe(0);
    expect(product.git('status', '--porcelain')).toBe('');
  });
});
