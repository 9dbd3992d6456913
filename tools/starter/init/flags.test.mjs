// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BadFlag, HELP, readFlags } from './flags.mjs';

test('reads an answer from each flag', () => {
  const words = '--name ox --title Ox --scope o --python-package p --images i --port 1 --dev-port 2 --api-port 3';
  const { given } = readFlags([...words.split(' '), '--database', 'postgres', '--holder', 'Ada L', '--no-demo']);
  assert.deepEqual(given, {
    name: 'ox',
    title: 'Ox',
    scope: 'o',
    pythonPackage: 'p',
    images: 'i',
    port: 1,
    devPort: 2,
    apiPort: 3,
    database: 'postgres',
    holder: 'Ada L',
    demo: false,
  });
});

test('leaves open what is not said', () => {
  assert.deepEqual(readFlags(['--yes', '--dry-run']), {
    given: {},
    source: undefined,
    yes: true,
    dryRun: true,
    help: false,
  });
});

test('says in one sentence which flag it does not know, or has no value', () => {
  for (const args of [['--nmae', 'ox'], ['ox'], ['--name']]) {
    assert.throws(
      () => readFlags(args),
      (error) => error instanceof BadFlag && !error.message.includes('\n'),
    );
  }
});

test('explains every flag that it reads', () => {
  for (const flag of ['name', 'database', 'no-demo', 'source', 'yes', 'dry-run'])
    assert.match(HELP, new RegExp(`--${flag}\\b`));
});
