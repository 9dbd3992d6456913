import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch } from '../scratch.ts';

describe('the demo', () => {
  let scratch: Scratch;

  beforeAll(() => {
    scratch = new Scratch();
  });

  afterAll(() => {
    scratch[Symbol.dispose]();
  });

  it('is what the resource generator makes', async () => {
    await scratch.nx('generate', 'remove-resource', 'note');
    await scratch.nx('generate', 'resource', 'note', '--fields', 'title:str body:text');
    scratch.git('add', '--all');
    // The demo's migrations also update databases of older versions.
    expect(scratch.git('diff', '--cached', '--', '.', ':!apps/api/app/notes/migrations')).toBe('');
  });
});
