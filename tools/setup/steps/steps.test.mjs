// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsOf } from './steps.mjs';

/** @param {keyof typeof stepsOf} command */
const names = (command) => stepsOf[command].map(({ name }) => name);

test('supplies what another step needs before that step', () => {
  const all = names('test');
  for (const [first, second] of [
    ['Node.js', 'npm packages'],
    ['npm packages', 'Browser for tests'],
    ['Python', 'Poetry'],
    ['Poetry', 'Python packages'],
    ['Container engine', 'Base images'],
  ]) {
    assert.ok(
      all.indexOf(first ?? '') !== -1 && all.indexOf(first ?? '') < all.indexOf(second ?? ''),
      `${first} before ${second}`,
    );
  }
});

test('asks nobody who only develops for a container engine or a browser', () => {
  assert.ok(!names('dev').includes('Container engine'));
  assert.ok(!names('dev').includes('Browser for tests'));
});

test('has linters where something is checked, and nowhere else', () => {
  const withLinters = /** @type {const} */ (['start', 'dev', 'test', 'release', 'setup']).filter((command) =>
    names(command).includes('Linters'),
  );
  assert.deepEqual(withLinters, ['test', 'setup']);
});

test('starts the product without a browser for tests', () => {
  assert.ok(!names('start').includes('Browser for tests'));
  assert.ok(names('start').includes('Base images'));
});
