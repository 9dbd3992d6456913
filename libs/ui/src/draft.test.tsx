import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftKey, hasDrafts, readDraft, removeAllDrafts, removeDraft, useDraft, writeDraft } from './index';

const STORED = { title: 'Shed', done: false };
const DRAFT = { values: { title: 'Shed', done: true }, version: 2 };
const KEY = draftKey('7', 'notes', 'a');

beforeEach(() => {
  localStorage.clear();
});

describe('a stored draft', () => {
  it('is read by its owner only', () => {
    writeDraft(KEY, DRAFT);
    expect(readDraft(KEY, STORED)).toMatchObject(DRAFT);
    expect(readDraft(draftKey('8', 'notes', 'a'), STORED)).toBeNull();
  });

  it('is removed with all drafts, and nothing else is', () => {
    localStorage.setItem('other', 'kept');
    writeDraft(KEY, DRAFT);
    writeDraft(draftKey('7', 'notes'), DRAFT);
    removeAllDrafts();
    expect({ ...localStorage }).toEqual({ other: 'kept' });
  });

  it('is removed after 30 days', () => {
    writeDraft(KEY, DRAFT);
    removeAllDrafts('7');
    expect(hasDrafts()).toBe(true);
    vi.setSystemTime(Date.now() + 31 * 24 * 60 * 60_000);
    expect(readDraft(KEY, STORED)).toBeNull();
    removeAllDrafts('7');
    expect(localStorage).toHaveLength(0);
    vi.useRealTimers();
  });

  it.each([
    '',
    '{',
    'null',
    '{"values":null,"version":1,"time":9e12}',
    '{"values":{"title":"Shed"},"version":1,"time":9e12}',
    '{"values":{"title":"Shed","done":"yes"},"version":1,"time":9e12}',
    '{"values":{"title":"Shed","done":true},"version":"1","time":9e12}',
    '{"values":{"title":"Shed","done":true},"version":1}',
  ])('is ignored when it does not fit the form: %j', (stored) => {
    localStorage.setItem(KEY, stored);
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

  it('shows what another tab types, saves or discards', () => {
    const { result } = renderHook(() => useDraft(KEY, STORED, 2));
    const notify = () => {
      act(() => {
        dispatchEvent(new StorageEvent('storage', { key: KEY }));
      });
    };
    writeDraft(KEY, DRAFT);
    notify();
    expect(result.current).toMatchObject({ values: DRAFT.values, isChanged: true });
    removeDraft(KEY);
    notify();
    expect(result.current).toMatchObject({ values: STORED, isChanged: false });
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
    expect(readDraft(KEY, STORED)).toMatchObject({ values: { title: 'Typed', done: false }, version: 1 });
  });
});
