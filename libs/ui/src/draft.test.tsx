import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { draftKey, readDraft, removeAllDrafts, useDraft, writeDraft } from './index';

const STORED = { title: 'Shed', done: false };
const DRAFT = { values: { title: 'Shed', done: true }, version: 2 };
const KEY = draftKey('7', 'notes', 'a');

beforeEach(() => {
  sessionStorage.clear();
});

describe('a stored draft', () => {
  it('is read by its owner only', () => {
    writeDraft(KEY, DRAFT);
    expect(readDraft(KEY, STORED)).toEqual(DRAFT);
    expect(readDraft(draftKey('8', 'notes', 'a'), STORED)).toBeNull();
  });

  it('is removed with all drafts, and nothing else is', () => {
    sessionStorage.setItem('other', 'kept');
    writeDraft(KEY, DRAFT);
    writeDraft(draftKey('7', 'notes'), DRAFT);
    removeAllDrafts();
    expect({ ...sessionStorage }).toEqual({ other: 'kept' });
  });

  it.each([
    '',
    '{',
    'null',
    '{"values":null,"version":1}',
    '{"values":{"title":"Shed"},"version":1}',
    '{"values":{"title":"Shed","done":"yes"},"version":1}',
    '{"values":{"title":"Shed","done":true},"version":"1"}',
  ])('is ignored when it does not fit the form: %j', (stored) => {
    sessionStorage.setItem(KEY, stored);
    expect(readDraft(KEY, STORED)).toBeNull();
  });
});

describe('a form with a draft', () => {
  it('keeps the edited version, also when a newer one is stored', () => {
    const { result, rerender } = renderHook(({ version }) => useDraft(KEY, STORED, version), {
      initialProps: { version: 1 },
    });
    act(() => {
      result.current.edit({ done: true });
    });
    rerender({ version: 2 });
    expect(result.current).toMatchObject({ values: { title: 'Shed', done: true }, version: 1, isChanged: true });
  });

  it('removes the draft when the values are changed back', () => {
    const { result } = renderHook(() => useDraft(KEY, STORED, 1));
    act(() => {
      result.current.edit({ done: true });
    });
    act(() => {
      result.current.edit({ done: false });
    });
    expect(result.current.isChanged).toBe(false);
    expect(readDraft(KEY, STORED)).toBeNull();
  });

  it('shows the stored values after the draft is discarded', () => {
    writeDraft(KEY, DRAFT);
    const { result } = renderHook(() => useDraft(KEY, STORED, 2));
    expect(result.current).toMatchObject({ values: DRAFT.values, isRestored: true });
    act(() => {
      result.current.discard();
    });
    expect(result.current.values).toEqual(STORED);
    expect(readDraft(KEY, STORED)).toBeNull();
  });

  it('moves values that were typed while saving a new resource to the saved one', () => {
    const newKey = draftKey('7', 'notes');
    const { result } = renderHook(() => useDraft(newKey, STORED, null));
    act(() => {
      result.current.edit({ title: 'Sent' });
    });
    const sent = result.current.values;
    act(() => {
      result.current.edit({ title: 'Typed' });
    });
    act(() => {
      result.current.saved(sent, KEY, 1);
    });
    expect(readDraft(newKey, STORED)).toBeNull();
    expect(readDraft(KEY, STORED)).toEqual({ values: { title: 'Typed', done: false }, version: 1 });
  });
});
