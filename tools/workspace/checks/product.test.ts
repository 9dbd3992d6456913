import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch } from './scratch';

/** Each spelling another, so that one in place of another shows. */
const NAME = 'ox-cart';
const IMAGES = 'registry.example/ox';
const ANSWERS = ['--title', 'Ox Wagon', '--scope', 'acme', '--python-package', 'oxen', '--images', IMAGES];
const TAG = 'product-check';

/** Every type of field, with and without what may be said of it. */
const EVERY_TYPE = [
  'number:str(40)!',
  'code:str(2)?',
  'memo:text?',
  'terms:text(500)',
  'lines:int?',
  'copies:int!',
  'amount:decimal',
  'rate:decimal(6,4)?',
  'paid:bool',
  'due:date',
  'date:date?',
  'sent_at:datetime?',
  'seen_at:datetime',
  'mail:email?',
  'sender:email!',
  'link:url?',
  'site:url!',
  'status:choice(draft|sent|on_hold)',
  'kind:choice(a|b)?',
  'customer:ref(line-item)',
  'payer:ref(line-item)?',
  'basis:ref(note)?',
].join(' ');

/** A name of two words, the longest that there may be, and one with every type: in this order, since later ones refer to earlier. */
const RESOURCES: readonly (readonly [name: string, fields: string])[] = [
  ['line-item', 'name:str!'],
  ['a-name-of-thirty-letters-in-it', 'name:str basis:ref(line-item)'],
  ['invoice', EVERY_TYPE],
];

let clone: Scratch;

beforeAll(() => {
  clone = new Scratch({ TAG, OX_CART_TAG: TAG });
});

afterAll(() => {
  spawnSync('docker', ['image', 'rm', `${IMAGES}/web:${TAG}`, `${IMAGES}/api:${TAG}`]);
  clone[Symbol.dispose]();
});

/** What init says of a command line, after its exit code. */
function init(...args: string[]): string {
  const run = spawnSync('npm', ['run', 'init', '--', ...args], { cwd: clone.root, encoding: 'utf8', env: clone.env });
  return `${String(run.status)} ${run.stdout}${run.stderr}`;
}

/** Generates without naming the collection, as somebody types it. @throws Error with Nx's words when it refuses */
const generate = (...words: string[]) => clone.run('npx', 'nx', 'generate', ...words);

function commit(message: string): void {
  clone.git('add', '--all');
  clone.git('-c', 'user.name=check', '-c', 'user.email=check@localhost', 'commit', '--quiet', '-m', message);
}

/** What differs from the last commit, files that git does not know yet included. */
const difference = () => clone.git('status', '--porcelain', '--untracked-files=all');

/** The template's name, in every spelling. */
const OLD = /tandem/i;

/** Every file and folder but what is installed or cached: paths from the root. */
function everyFile(folder = ''): string[] {
  const skipped = ['.git', '.nx', 'node_modules', 'apps/api/.venv', 'dist', 'reports', 'tmp', `.${NAME}`];
  return readdirSync(join(clone.root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (skipped.includes(path) || name === 'out-tsc' || name === '__pycache__') return [path];
    return statSync(join(clone.root, path)).isDirectory() ? [path, ...everyFile(path)] : [path];
  });
}

function expectNothingOfTheOldName(): void {
  const files = everyFile();
  expect(files.length).toBeGreaterThan(700);
  expect(files.filter((path) => OLD.test(path))).toEqual([]);
  const inside = files.filter((path) => {
    const file = join(clone.root, path);
    return statSync(file).isFile() && OLD.test(readFileSync(file, 'latin1'));
  });
  expect(inside).toEqual(['template.json']);
}

describe('a clone before npm run init', () => {
  it.each([
    [['--name', 'Ox Cart'], /DNS forbids "Ox Cart": .* Try ox-cart\. \(--name\)/],
    [['--name', 'json'], /"json" is a module of Python's standard library, .* Try json_app\. \(--python-package\)/],
    [[], /There is no terminal to ask on/],
  ])('is left alone when it is told %j', (args, reason) => {
    const said = init(...args);
    expect(said).toMatch(reason);
    expect(said).toMatch(/^1 [^]*Nothing was changed\.\n$/m);
    expect(difference()).toBe('');
  });

  it('is told what would change, and left alone, with --dry-run', () => {
    const said = init('--name', NAME, '--dry-run');
    expect(said).toMatch(/^0 [^]*files +\d+ changed, \d+ moved, \d+ new, \d+ removed[^]*Nothing was changed\./);
    expect(difference()).toBe('');
  });

  it('is left alone when something is not committed', () => {
    writeFileSync(join(clone.root, 'mine.txt'), '');
    expect(init('--name', NAME)).toMatch(/^1 [^]*Not everything is committed: mine\.txt\./);
    rmSync(join(clone.root, 'mine.txt'));
  });
});

describe('a product that npm run init has made', () => {
  let said: string;

  beforeAll(() => {
    said = init('--yes', '--name', NAME, ...ANSWERS);
  });

  it('has the old name in no path and no byte of any file, the record of its origin aside', () => {
    expectNothingOfTheOldName();
    expect(readdirSync(join(clone.root, 'node_modules')).filter((name) => OLD.test(name))).toEqual([]);
  });

  it('has everything staged for its first commit, and no history', () => {
    expect(said).toContain('Ox Wagon is ready, and everything is staged for its first commit');
    const lines = difference().trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('A  '))).toEqual([]);
    expect(clone.git('for-each-ref')).toBe('');
  });

  it('has a lockfile that npm itself would not write otherwise', () => {
    clone.run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    expect(clone.git('diff', '--stat')).toBe('');
    expect(clone.run('npm', 'ci', '--dry-run', '--ignore-scripts')).not.toContain('EUSAGE');
  });
});

describe('a product that the generators have grown', () => {
  beforeAll(() => {
    commit('feat: begins');
    const description = ['--description', 'Is here for a check'];
    generate('page', 'about-us', '--nav');
    generate('page', 'reports', '--signedIn');
    generate('ui-component', 'status-dot', ...description);
    generate('django-app', 'billing-runs', ...description);
    generate('library', 'money', ...description);
    commit('feat: has what is not taken out again');
    for (const [name, fields] of RESOURCES) generate('resource', name, '--fields', fields);
    clone.git('add', '--all');
  });

  it('has a lockfile that npm itself would not write otherwise', () => {
    const before = clone.git('diff', 'HEAD', '--', 'package-lock.json');
    clone.run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    expect(clone.git('diff', 'HEAD', '--', 'package-lock.json')).toBe(before);
  });

  it('passes lint, type checks, unit tests and builds with no edit', async () => {
    const run = await clone.nx('run-many', '-t', 'lint', 'typecheck', 'test', 'build', '--outputStyle=static');
    expect(run.exitCode, run.output).toBe(0);
    clone.run('npx', 'nx', 'sync:check');
  });

  it('has pages that name only what it has, and a graph with the edges that it may have', () => {
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

  it('shows its resources to a person, through Nginx', async () => {
    const images = await clone.nx('run-many', '-t', 'docker-build', '-p', 'web,api', '--outputStyle=static');
    expect(images.exitCode, images.output).toBe(0);
    const journeys = ['invoices', 'line-items', 'every-page'].map((name) => `journeys/${name}.spec.ts`);
    // What every product shows is looked at by the suite of this tree.
    const args = ['playwright', 'test', '--project=journeys', '--grep=invoice|line.item', ...journeys];
    const run = spawnSync('npx', args, { cwd: join(clone.root, 'apps/e2e'), env: clone.env, encoding: 'utf8' });
    expect(run.status, `${run.stdout}${run.stderr}`).toBe(0);
  });

  it('has the old name nowhere', () => {
    expectNothingOfTheOldName();
  });

  it('gets no resource a second time, and nothing from a dry run', () => {
    const before = difference();
    expect(() => generate('resource', 'invoice', '--fields', 'number:str')).toThrow(
      'There is a resource invoice already',
    );
    const dry = generate('resource', 'receipt', '--fields', 'number:str', '--dry-run');
    expect(dry).toContain('CREATE apps/api/oxen/receipts/migrations/0001_initial.py');
    expect(difference()).toBe(before);
  });

  it('gets nothing at all when Django refuses a resource', () => {
    const before = difference();
    clone.edit('apps/api/config/api.py', /$/, 'this is no Python\n');
    expect(() => generate('resource', 'receipt', '--fields', 'number:str')).toThrow('nothing was changed');
    clone.git('checkout', '--', 'apps/api/config/api.py');
    expect(difference()).toBe(before);
  });

  it('is to the byte as before when its resources are removed', () => {
    expect(() => generate('remove-resource', 'line-item')).toThrow('refer');
    for (const [name] of RESOURCES.toReversed()) generate('remove-resource', name);
    clone.git('add', '--all');
    expect(difference()).toBe('');
  });
});
