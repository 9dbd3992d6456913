import { useEffect, useRef, useState } from 'react';
import { type Draft, readDraft, removeDraft, writeDraft } from './draft';
import { closeUndo, undoToast } from './toast';

/**
 * State of a form that keeps a draft while the user types. Without a draft the form shows the stored values, also when
 * they change. Tabs that show the same form share its draft.
 */
export function useDraft<Values extends object>(key: string, stored: Values, storedVersion: number | null) {
  const [draft, setDraft] = useState(() => readDraft(key, stored));
  const [isRestored, setRestored] = useState(draft !== null);
  // The values at the time when a response arrives, not at the time when the request was sent.
  const latest = useRef(draft);
  const version = draft?.version ?? storedVersion;

  useEffect(() => {
    // Another tab has edited, saved or discarded the draft.
    const onStorage = (event: StorageEvent) => {
      if (event.key !== key) return;
      latest.current = readDraft(key, stored);
      setDraft(latest.current);
    };
    addEventListener('storage', onStorage);
    return () => {
      removeEventListener('storage', onStorage);
    };
  }, [key, stored]);
  // "Undo" belongs to this form, and to the user who sees it.
  useEffect(() => closeUndo, []);

  function update(next: Draft<Values> | null): void {
    latest.current = next;
    setDraft(next);
    if (next === null) removeDraft(key);
    else writeDraft(key, next);
  }

  return {
    values: draft?.values ?? stored,
    /** The version to save on top of. */
    version,
    isChanged: draft !== null,
    /** Whether the draft is from an earlier visit. */
    isRestored: isRestored && draft !== null,
    edit(change: Partial<Values>): void {
      const values = { ...stored, ...draft?.values, ...change };
      setRestored(false);
      // "Undo" would replace what is typed now.
      closeUndo();
      update(isEqual(values, stored) ? null : { values, version });
    },
    /** Removes the draft and offers to restore it. */
    discard(): void {
      const discarded = latest.current;
      update(null);
      if (discarded === null) return;
      undoToast('Changes discarded', () => {
        update(discarded);
      });
    },
    clear(): void {
      update(null);
    },
    /** Call this when the sent values are stored. Values typed since then stay as a draft of the saved version. */
    saved(sent: Values, savedKey: string, savedVersion: number): void {
      const typed = latest.current;
      const unsaved = typed === null || isEqual(typed.values, sent) ? null : { ...typed, version: savedVersion };
      update(unsaved);
      if (savedKey === key) return;
      removeDraft(key);
      if (unsaved !== null) writeDraft(savedKey, unsaved);
    },
  };
}

function isEqual<Values extends object>(a: Values, b: Values): boolean {
  return (Object.keys(a) as (keyof Values)[]).every((name) => a[name] === b[name]);
}
