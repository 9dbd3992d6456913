import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MORE_RESOURCES, RESOURCES } from './product/fields.ts';
import { expectGuidesFit } from './product/guides-fit';
import { Product } from './product/product.ts';

/** Each spelling another, so that one in place of another shows. */
const NAME = 'ox-cart';
const IMAGES = 'registry.example/ox';
const ANSWERS = ['--title', 'Ox Wagon', '--scope', 'acme', '--python-package', 'oxen', '--images', IMAGES];

let clone: Product;

beforeAll(() => {
  clone = new Product(NAME, IMAGES);
});

afterAll(() => {
  clone[Symbol.dispose]();
});

describe('a clone before npm run init', () => {
  it.each([
    [['--name', 'Ox Cart'], /DNS forbids "Ox Cart": .* Try ox-cart\. \(--name\)/],
    [['--name', 'json'], /"json" is a module of Python's standard library, .* Try json_app\. \(--python-package\)/],
    [[], /There is no terminal to ask on/],
  ])('is left alone when it is told %j', (args, reason) => {
    const said = clone.init(...args);
    expect(said).toMatch(reason);
    expect(said).toMatch(/^1 [^]*Nothing was changed\.\n$/m);
    expect(clone.difference()).toBe('');
  });

  it('is told what would change, and left alone, with --dry-run', () => {
    const said = clone.init('--name', NAME, '--dry-run');
    expect(said).toMatch(/^0 [^]*files +\d+ changed, \d+ moved, \d+ new, \d+ removed[^]*Nothing was changed\./);
    expect(clone.difference()).toBe('');
  });

  it('is left alone when something is not committed', () => {
    writeFileSync(join(clone.root, 'mine.txt'), '');
    expect(clone.init('--name', NAME)).toMatch(/^1 [^]*Not everything is committed: mine\.txt\./);
    rmSync(join(clone.root, 'mine.txt'));
  });
});

describe('a product that npm run init has made', () => {
  let said: string;

  beforeAll(() => {
    said = clone.init('--yes', '--name', NAME, ...ANSWERS);
  });

  it('has the old name in no path and no byte of any file, the record of its origin aside', () => {
    clone.expectNothingOfTheOldName();
  });

  it('has everything staged for its first commit, and no history', () => {
    expect(said).toContain('Ox Wagon is ready, and everything is staged for its first commit');
    const lines = clone.difference().trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('A  '))).toEqual([]);
    expect(clone.git('for-each-ref')).toBe('');
  });

  it('has a lockfile that npm itself would not write otherwise', () => {
    clone.run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    expect(clone.git('diff', '--stat')).toBe('');
    expect(clone.run('npm', 'ci', '--dry-run', '--ignore-scripts')).not.toContain('EUSAGE');
  });
});

describe('a product that has begun', () => {
  beforeAll(() => {
    clone.commit('feat: begins');
  });

  it('has guides whose changes fit its files', () => {
    expectGuidesFit(clone.root);
  });
});

describe('a product that the generators have grown', () => {
  beforeAll(() => {
    const description = ['--description', 'Is here for a check'];
    clone.generate('page', 'about-us', '--nav');
    clone.generate('page', 'reports', '--signedIn');
    clone.generate('ui-component', 'status-dot', ...description);
    clone.generate('django-app', 'billing-runs', ...description);
    clone.generate('library', 'money', ...description);
    clone.commit('feat: has what is not taken out again');
    clone.grow(MORE_RESOURCES);
  });

  it('has a lockfile that npm itself would not write otherwise', () => {
    const before = clone.git('diff', 'HEAD', '--', 'package-lock.json');
    clone.run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    expect(clone.git('diff', 'HEAD', '--', 'package-lock.json')).toBe(before);
  });

  it('passes lint, type checks, unit tests and builds with no edit', async () => {
    await clone.expectGreen();
  });

  it('has pages and an editor that name only what it has, and a graph with the edges that it may have', () => {
    clone.expectSound();
  });

  it('shows its resources to a person, through Nginx', async () => {
    await clone.expectJourneys(RESOURCES);
  });

  it('has the old name nowhere', () => {
    clone.expectNothingOfTheOldName();
  });

  it('gets no resource a second time, and nothing from a dry run', () => {
    const before = clone.difference();
    expect(() => clone.generate('resource', 'invoice', '--fields', 'number:str')).toThrow(
      'There is a resource invoice already',
    );
    const dry = clone.generate('resource', 'receipt', '--fields', 'number:str', '--dry-run');
    expect(dry).toContain('CREATE apps/api/oxen/receipts/migrations/0001_initial.py');
    expect(clone.difference()).toBe(before);
  });

  it('gets nothing at all when Django refuses a resource', () => {
    const before = clone.difference();
    clone.edit('apps/api/config/api.py', /$/, 'this is no Python\n');
    expect(() => clone.generate('resource', 'receipt', '--fields', 'number:str')).toThrow('nothing was changed');
    clone.git('checkout', '--', 'apps/api/config/api.py');
    expect(clone.difference()).toBe(before);
  });

  it('is to the byte as before when its resources are removed', () => {
    expect(() => clone.generate('remove-resource', 'line-item')).toThrow('refer');
    clone.shrink(MORE_RESOURCES);
    expect(clone.difference()).toBe('');
  });
});
