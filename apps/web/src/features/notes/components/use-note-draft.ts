import { useRef, useState } from 'react';
import { type Draft, draftKey, dropDraft, readDraft, writeDraft } from '../drafts';
import type { Note } from '../note';

type Text = Pick<Draft, 'title' | 'body'>;

const EMPTY: Text = { title: '', body: '' };

/**
 * What stands in the form: the draft, or else the note as it is stored. Without a draft the form follows the note, so
 * that somebody who only reads sees an edit made elsewhere; with one, nothing changes under the person's hands.
 */
export function useNoteDraft(note: Note | null, owner: string) {
  const key = draftKey(owner, note?.id ?? null);
  const [draft, setDraft] = useState<Draft | null>(() => readDraft(key));
  const [restored, setRestored] = useState(draft !== null);
  // What is typed by the time that an answer comes: the closure that waits for it knows only what was sent.
  const latest = useRef(draft);
  const stored: Text = note ?? EMPTY;
  const version = draft?.version ?? note?.version ?? null;

  function hold(next: Draft | null): void {
    latest.current = next;
    setDraft(next);
    if (next === null) dropDraft(key);
    else writeDraft(key, next);
  }

  return {
    title: draft?.title ?? stored.title,
    body: draft?.body ?? stored.body,
    version,
    changed: draft !== null,
    /** The draft was typed before this page was opened. */
    restored: restored && draft !== null,
    edit(change: Partial<Text>): void {
      const next = { ...stored, ...draft, ...change };
      const same = next.title === stored.title && next.body === stored.body;
      setRestored(false);
      hold(same ? null : { title: next.title, body: next.body, version });
    },
    drop(): void {
      hold(null);
    },
    /** The text that was sent is stored now. What was typed in the meantime stays, as an edit of what was stored. */
    settle(sent: Text, saved: Note): void {
      const typed = latest.current;
      const unsaved = typed !== null && (typed.title !== sent.title || typed.body !== sent.body) ? typed : null;
      const next = unsaved && { ...unsaved, version: saved.version };
      // A new note's draft moves to where the note now is.
      if (note === null && next !== null) writeDraft(draftKey(owner, saved.id), next);
      hold(note === null ? null : next);
    },
  };
}
