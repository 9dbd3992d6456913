// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeAll, Undone } from './steps.mjs';

/** @param {string[]} log @param {string} name @param {{take?: Error, undo?: Error}} [failing] */
const step = (log, name, failing = {}) => ({
  name,
  take: () => {
    log.push(name);
    if (failing.take) throw failing.take;
  },
  undo: () => {
    log.push(`not ${name}`);
    if (failing.undo) throw failing.undo;
  },
});

test('takes every step in order', () => {
  /** @type {string[]} */
  const log = [];
  takeAll([step(log, 'a'), step(log, 'b')]);
  assert.deepEqual(log, ['a', 'b']);
});

test('undoes the step that failed and those before it, the last first', () => {
  /** @type {string[]} */
  const log = [];
  const steps = [step(log, 'a'), step(log, 'b', { take: new Error('no room') }), step(log, 'c')];
  assert.throws(
    () => takeAll(steps),
    (error) => error instanceof Undone && error.message === 'b: no room',
  );
  assert.deepEqual(log, ['a', 'b', 'not b', 'not a']);
});

test('undoes the rest when one cannot be undone, and hides neither reason', () => {
  /** @type {string[]} */
  const log = [];
  const steps = [
    step(log, 'a'),
    step(log, 'b', { undo: new Error('stuck') }),
    step(log, 'c', { take: new Error('broke') }),
  ];
  assert.throws(
    () => takeAll(steps),
    (error) => error instanceof AggregateError && error.errors.map(({ message }) => message).join() === 'broke,stuck',
  );
  assert.deepEqual(log, ['a', 'b', 'c', 'not c', 'not b', 'not a']);
});
