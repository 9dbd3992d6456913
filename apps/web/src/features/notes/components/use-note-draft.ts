import { useState } from 'react';
import { type Draft, draftKey, dropDraft, readDraft, writeDraft } from '../drafts';
import type { Note } from '../note';

const EMPTY = { title: '', body: '' };

/**
 * What stands in the form: the draft, or else the note as it is stored. Without a draft the form follows the note, so
 * that somebody who only reads sees an edit made elsewhere; with one, nothing changes under the person's hands.
 */
export function useNoteDraft(note: Note | null, owner: string) {
  const key = draftKey(owner, note?.id ?? null);
  const [draft, setDraft] = useState<Draft | null>(() => readDraft(key));
  const [restored, setRestored] = useState(draft !== null);
  const stored = note ?? EMPTY;

  function keep(next: Draft): void {
    if (next.title === stored.title && next.body === stored.body) {
      drop();
    } else {
      setDraft(next);
      writeDraft(key, next);
    }
  }

  function drop(): void {
    setDraft(null);
    setRestored(false);
    dropDraft(key);
  }

  return {
    title: draft?.title ?? stored.title,
    body: draft?.body ?? stored.body,
    version: draft?.version ?? note?.version ?? null,
    changed: draft !== null,
    /** The draft was typed before this page was opened. */
    restored: restored && draft !== null,
    edit(change: Partial<Pick<Draft, 'title' | 'body'>>): void {
      setRestored(false);
      keep({
        title: draft?.title ?? stored.title,
        body: draft?.body ?? stored.body,
        version: draft?.version ?? note?.version ?? null,
        ...change,
      });
    },
    keep,
    drop,
  };
}
