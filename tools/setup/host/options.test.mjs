// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseUnknown } from './options.mjs';

test('lets what is known pass', () => {
  refuseUnknown('dev', ['--no-open', '--yes'], []);
  refuseUnknown('dev', ['--no-open', '--yes'], ['--yes', '--no-open']);
});

test('refuses anything else, with what there is', () => {
  assert.throws(() => refuseUnknown('dev', ['--no-open', '--yes'], ['--yes', '--port', '1']), {
    message: 'npm run dev does not know --port.',
    way: 'It takes --no-open, --yes: npm run dev -- --no-open',
  });
  assert.throws(() => refuseUnknown('start', ['--yes'], ['now']), {
    message: 'npm start does not know now.',
    way: 'It takes --yes: npm start -- --yes',
  });
});
