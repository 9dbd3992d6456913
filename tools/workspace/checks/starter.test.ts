import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

let clone: Scratch;
let said: string;

beforeAll(() => {
  clone = new Scratch();
});

afterAll(() => {
  clone[Symbol.dispose]();
});

/** Every file below a folder but what is installed: paths from the root. */
function everyFile(folder = ''): string[] {
  const skipped = ['.git', '.nx', 'node_modules', 'apps/api/.venv', 'tmp', `.${NAME}`];
  return readdirSync(join(clone.root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (skipped.includes(path)) return [path];
    return statSync(join(clone.root, path)).isDirectory() ? [path, ...everyFile(path)] : [path];
  });
}

/** What init says of a command line that it does not take, or only pretends to. */
function refused(...args: string[]): string {
  const run = spawnSync('npm', ['run', 'init', '--', ...args], { cwd: clone.root, encoding: 'utf8', env: clone.env });
  return `${String(run.status)} ${run.stdout}${run.stderr}`;
}

describe('a clone before npm run init', () => {
  it.each([
    [['--name', 'Ox Cart'], /DNS forbids "Ox Cart": .* Try ox-cart\. \(--name\)/],
    [['--name', 'json'], /"json" is a module of Python's standard library, .* Try json_app\. \(--python-package\)/],
    [[], /There is no terminal to ask on/],
  ])('is left alone when it is told %j', (args, reason) => {
    const said = refused(...args);
    expect(said).toMatch(reason);
    expect(said).toMatch(/^1 [^]*Nothing was changed\.\n$/m);
    expect(clone.git('status', '--porcelain')).toBe('');
  });

  it('is told what would change, and left alone, with --dry-run', () => {
    const said = refused('--name', NAME, '--dry-run');
    expect(said).toMatch(/^0 [^]*files +\d+ changed, \d+ moved, \d+ new, \d+ removed[^]*Nothing was changed\./);
    expect(clone.git('status', '--porcelain')).toBe('');
  });

  it('is left alone when something is not committed', () => {
    writeFileSync(join(clone.root, 'mine.txt'), '');
    expect(refused('--name', NAME)).toMatch(/^1 [^]*Not everything is committed: mine\.txt\./);
    rmSync(join(clone.root, 'mine.txt'));
  });
});

describe('a clone after npm run init', () => {
  beforeAll(() => {
    said = clone.run('npm', 'run', 'init', '--', '--yes', '--name', NAME, ...ANSWERS);
  });

  it('has the old name in no path and no byte of any file, the record of its origin aside', () => {
    const old = /tandem/i;
    const files = everyFile();
    expect(files.length).toBeGreaterThan(700);
    expect(files.filter((path) => old.test(path))).toEqual([]);
    const inside = files.filter((path) => {
      const file = join(clone.root, path);
      return statSync(file).isFile() && old.test(readFileSync(file, 'latin1'));
    });
    expect(inside).toEqual(['template.json']);
    expect(readdirSync(join(clone.root, 'node_modules')).filter((name) => old.test(name))).toEqual([]);
  });

  it('has everything staged for its first commit, and no history', () => {
    expect(said).toContain('Ox Wagon is ready, and everything is staged for its first commit');
    const lines = clone.git('status', '--porcelain').trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('A  '))).toEqual([]);
    expect(clone.git('for-each-ref')).toBe('');
  });

  it('has a lockfile that npm itself would not write otherwise', () => {
    clone.run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    expect(clone.git('diff', '--stat')).toBe('');
    expect(clone.run('npm', 'ci', '--dry-run', '--ignore-scripts')).not.toContain('EUSAGE');
  });

  it('is formatted, typed and linted as the template is, and its generated files are fresh', async () => {
    clone.git('-c', 'user.name=check', '-c', 'user.email=check@localhost', 'commit', '--quiet', '-m', 'feat: begins');
    const targets = [
      'format-check',
      'ruff',
      'import-lint',
      'migrations-check',
      'lock-check',
      'generate-check',
      'typecheck',
    ];
    const run = await clone.nx('run-many', '-t', ...targets, '--outputStyle=static');
    expect(run.exitCode, run.output).toBe(0);
    expect(clone.git('status', '--porcelain')).toBe('');
  });

  it('has pages that name only what it has', () => {
    const checks = [
      'vitest',
      'run',
      '--config',
      'vitest.checks.config.ts',
      'checks/docs.test.ts',
      'checks/graph.test.ts',
    ];
    expect(() => clone.run('npm', 'exec', '--workspace', 'tools/workspace', '--', ...checks)).not.toThrow();
  });
});
