// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository, writeFiles } from '../testing/repository.mjs';
import { leftovers } from './leftovers.mjs';

test('finds the old name in paths, in text and in bytes, in any case, and not in the record', (context) => {
  const { root } = repository(context, { 'clean.txt': 'tan dem' });
  const files = {
    'clean.txt': 'tan dem',
    'a/TanDem.txt': '',
    'text.txt': 'a tanDEM bike',
    'bytes.bin': '\0\u00fftandem\0',
    'template.json': 'tandem',
  };
  writeFiles(root, files);
  assert.deepEqual(leftovers(root, Object.keys(files)), ['a/TanDem.txt', 'bytes.bin', 'text.txt']);
});
