// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { choose, readChoice, writeChoice } from './env-file.mjs';

const CHOICE = { NODE_IMAGE: 'stand-in/node:24', NGINX_IMAGE: 'stand-in/nginx:1.30' };
const OWNERS = '# mine\nAPP_PORT=9000\n\nNODE_IMAGE=my/node\n';

test('reads back what it wrote', () => {
  assert.deepEqual(readChoice(writeChoice('', CHOICE)).choice, CHOICE);
});

test('leaves the owner’s lines exactly as they are, there and back', () => {
  const withChoice = writeChoice(OWNERS, CHOICE);
  assert.ok(withChoice.startsWith(OWNERS));
  assert.equal(writeChoice(withChoice, {}), OWNERS);
});

test('keeps lines that the owner added after the block', () => {
  const text = `${writeChoice(OWNERS, CHOICE)}LATER=1\n`;
  assert.equal(writeChoice(text, {}), `${OWNERS}LATER=1\n`);
});

test('replaces its block in place of adding another', () => {
  const again = writeChoice(writeChoice(OWNERS, CHOICE), { NODE_IMAGE: 'stand-in/node:25' });
  assert.deepEqual(readChoice(again).choice, { NODE_IMAGE: 'stand-in/node:25' });
  assert.equal(again.match(/>>>/g)?.length, 1);
});

test('never takes an owner’s line for its own', () => {
  assert.deepEqual(readChoice(OWNERS), { choice: {}, others: OWNERS });
});

test('does not glue its block to a last line without an end', () => {
  assert.match(writeChoice('A=1', CHOICE), /^A=1\n#/);
});

test('leaves no empty file behind, and writes nothing when nothing changes', () => {
  const host = fakeHost({ files: { '.env.local': writeChoice('', CHOICE) } });
  choose(host, '.env.local', {});
  assert.deepEqual(host.files, {});
  const unwilling = fakeHost({ files: { '.env.local': OWNERS }, write: () => assert.fail('wrote') });
  choose(unwilling, '.env.local', {});
});
