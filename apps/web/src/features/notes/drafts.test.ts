import { describe, expect, it } from 'vitest';
import { draftKey, dropAllDrafts, readDraft, writeDraft } from './drafts';

const DRAFT = { title: 'Shed', body: 'Paint it', version: 2 };

describe('a draft', () => {
  it('is read as it was written', () => {
    writeDraft(draftKey('7', 'a'), DRAFT);
    expect(readDraft(draftKey('7', 'a'))).toEqual(DRAFT);
  });

  it('is not shown to the next person who signs in', () => {
    writeDraft(draftKey('7', 'a'), DRAFT);
    expect(readDraft(draftKey('8', 'a'))).toBeNull();
  });

  it('is forgotten when the person signs out, and nothing else is', () => {
    sessionStorage.setItem('other', 'kept');
    writeDraft(draftKey('7', 'a'), DRAFT);
    writeDraft(draftKey('7', null), DRAFT);
    dropAllDrafts();
    expect({ ...sessionStorage }).toEqual({ other: 'kept' });
  });

  it.each(['', '{', 'null', '{"title":1,"body":"","version":1}'])('that cannot be read is none: %j', (stored) => {
    sessionStorage.setItem(draftKey('7', 'a'), stored);
    expect(readDraft(draftKey('7', 'a'))).toBeNull();
  });
});
