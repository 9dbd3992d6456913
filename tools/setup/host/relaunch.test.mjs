// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capture } from './run.mjs';
import { quote } from './relaunch.mjs';

test('quotes a word so that a shell hands it on as it is', async () => {
  const word = `it's "odd"; $HOME \\ *`;
  assert.equal((await capture('sh', ['-c', `printf %s ${quote(word)}`])).out, word);
});
