// @ts-check
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { test } from 'node:test';
import { eachLine } from './lines.mjs';

/** @param {string[]} chunks */
async function linesOf(...chunks) {
  const stream = new PassThrough();
  /** @type {string[]} */
  const lines = [];
  eachLine(stream, (line) => lines.push(line));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await finished(stream);
  return lines;
}

test('puts a line together that arrives in pieces', async () => {
  assert.deepEqual(await linesOf('one li', 'ne\nanother\n'), ['one line', 'another']);
});

test('hands on the last line without its line break', async () => {
  assert.deepEqual(await linesOf('first\nlast'), ['first', 'last']);
});

test('takes each state of a progress bar for a line and leaves empty lines out', async () => {
  assert.deepEqual(await linesOf('10%\r20%\r\n\n\ndone\n'), ['10%', '20%', 'done']);
});
