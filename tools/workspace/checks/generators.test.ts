import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch } from './scratch';

/** Every type, with and without what may be said of it. */
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

let scratch: Scratch;

/** Generates without naming the collection, as somebody types it. @throws Error with Nx's words when it refuses */
const generate = (...words: string[]) => scratch.run('npx', 'nx', 'generate', ...words);

function commit(message: string): void {
  scratch.git('add', '--all');
  scratch.git('-c', 'user.name=check', '-c', 'user.email=check@localhost', 'commit', '--quiet', '-m', message);
}

/** What differs from the last commit, files that git does not know yet included. */
const difference = () => scratch.git('status', '--porcelain', '--untracked-files=all');

beforeAll(() => {
  scratch = new Scratch();
  const description = ['--description', 'Is here for a check'];
  generate('page', 'about-us', '--nav');
  generate('page', 'reports', '--signedIn');
  generate('ui-component', 'status-dot', ...description);
  generate('django-app', 'billing-runs', ...description);
  generate('library', 'money', ...description);
  commit('what is not taken out again');
  // A name of two words, and the longest that there may be.
  generate('resource', 'line-item', '--fields', 'name:str!');
  generate('resource', 'a-name-of-thirty-letters-in-it', '--fields', 'name:str basis:ref(line-item)');
  generate('resource', 'invoice', '--fields', EVERY_TYPE);
  scratch.git('add', '--all');
});

afterAll(() => {
  scratch[Symbol.dispose]();
});

describe('what the generators make', () => {
  it('passes every check with no edit', async () => {
    const projects = 'api,api-types,e2e,money,ui,web';
    const run = await scratch.nx(
      'run-many',
      '-t',
      'lint',
      'typecheck',
      'test',
      'build',
      '-p',
      projects,
      '--outputStyle=static',
    );
    expect(run.exitCode, run.output).toBe(0);
    const format = await scratch.nx('run', 'workspace:format-check');
    expect(format.exitCode, format.output).toBe(0);
    scratch.run('npx', 'nx', 'sync:check');
  });

  it('is what npm would have made of it', () => {
    const before = scratch.git('diff', 'HEAD', '--', 'package-lock.json');
    scratch.run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    expect(scratch.git('diff', 'HEAD', '--', 'package-lock.json')).toBe(before);
  });

  it('is not made a second time, and a dry run makes nothing', () => {
    const before = difference();
    expect(() => generate('resource', 'invoice', '--fields', 'number:str')).toThrow(
      'There is a resource invoice already',
    );
    const dry = generate('resource', 'receipt', '--fields', 'number:str', '--dry-run');
    expect(dry).toContain('CREATE apps/api/tandem/receipts/migrations/0001_initial.py');
    expect(difference()).toBe(before);
  });

  it('makes nothing at all when Django refuses it', () => {
    const before = difference();
    scratch.edit('apps/api/config/api.py', /$/, 'this is no Python\n');
    expect(() => generate('resource', 'receipt', '--fields', 'number:str')).toThrow('nothing was changed');
    scratch.git('checkout', '--', 'apps/api/config/api.py');
    expect(difference()).toBe(before);
  });
});

describe('nx g remove-resource', () => {
  it('leaves every byte as it was before', () => {
    expect(() => generate('remove-resource', 'line-item')).toThrow('refer');
    for (const name of ['invoice', 'a-name-of-thirty-letters-in-it', 'line-item']) generate('remove-resource', name);
    scratch.git('add', '--all');
    expect(difference()).toBe('');
  });
});
