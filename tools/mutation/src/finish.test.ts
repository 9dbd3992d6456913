import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { finish } from './finish.ts';

const file = 'conf/a.conf';
const files = new Map([[file, 'one two one']]);
const draft = (start: number, end: number, text: string, detail = ''): Draft => ({
  file,
  subject: 'one',
  operator: 'removed',
  detail,
  edits: [{ file, start, end, text }],
});
const ids = (...drafts: Draft[]) => finish(drafts, files, () => 'a.conf').map(({ id }) => id);

describe('finish', () => {
  it('drops a draft that changes nothing', () => {
    expect(ids(draft(0, 3, 'one'))).toEqual([]);
  });

  it('drops a draft that makes what an earlier one has made', () => {
    expect(ids(draft(0, 3, '', 'first'), draft(0, 3, '', 'second'))).toEqual(['a.conf: one › removed first']);
  });

  it('numbers equal names in their order', () => {
    expect(ids(draft(0, 3, ''), draft(8, 11, ''))).toEqual(['a.conf: one › removed', 'a.conf: one › removed #2']);
  });
});
