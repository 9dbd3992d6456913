import { useEffect, useRef, useState } from 'react';
import { closeUndo, undoToast } from './toast';

/** Unsaved values of a form. */
export interface Draft<Values> {
  values: Values;
  /** The version that was edited; null for a resource that is not stored yet. */
  version: number | null;
}

const PREFIX = 'draft:';
const MAX_AGE_MS = 30 * 24 * 60 * 60_000;

/** The key of a draft. It includes the owner, so that the next user of this browser does not see it. */
export function draftKey(owner: string, resource: string, id = 'new'): string {
  return `${PREFIX}${owner}:${resource}:${id}`;
}

/** Null if the browser blocks the storage. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * Reads a draft from this browser's storage.
 *
 * @param template - values of the same form. A draft with other fields is ignored, because an older release wrote it.
 */
export function readDraft<Values extends object>(key: string, template: Values): Draft<Values> | null {
  const draft = parseDraft(key);
  return draft !== null && hasSameFields(draft.values, template) ? (draft as Draft<Values>) : null;
}

/** Stores a draft. It survives a closed tab and a new sign-in. */
export function writeDraft<Values>(key: string, draft: Draft<Values>): void {
  try {
    storage()?.setItem(key, JSON.stringify({ ...draft, time: Date.now() }));
  } catch {
    // The storage is full. The form still has the values.
  }
}

export function removeDraft(key: string): void {
  storage()?.removeItem(key);
}

function draftKeys(): string[] {
  return Object.keys(storage() ?? {}).filter((key) => key.startsWith(PREFIX));
}

/** Whether this browser has unsaved changes, in any of its tabs. */
export function hasDrafts(): boolean {
  return draftKeys().some((key) => parseDraft(key) !== null);
}

/** @param keptOwner - the user whose drafts are kept, except those that are too old */
export function removeAllDrafts(keptOwner?: string): void {
  closeUndo();
  for (const key of draftKeys()) {
    const kept = keptOwner !== undefined && key.startsWith(`${PREFIX}${keptOwner}:`) && parseDraft(key) !== null;
    if (!kept) removeDraft(key);
  }
}

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

/** Null if there is no draft, it is too old, or it has another format. */
function parseDraft(key: string): Draft<object> | null {
  try {
    const draft: unknown = JSON.parse(storage()?.getItem(key) ?? 'null');
    return isDraft(draft) && Date.now() - draft.time < MAX_AGE_MS ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft<object> & { time: number } {
  if (typeof value !== 'object' || value === null) return false;
  if (!('values' in value && 'version' in value && 'time' in value)) return false;
  const { values, version, time } = value;
  if (version !== null && typeof version !== 'number') return false;
  return typeof values === 'object' && values !== null && typeof time === 'number';
}

function hasSameFields(values: object, template: object): boolean {
  const fields = Object.entries(template);
  const byName = new Map<string, unknown>(Object.entries(values));
  return byName.size === fields.length && fields.every(([name, field]) => typeof byName.get(name) === typeof field);
}

function isEqual<Values extends object>(a: Values, b: Values): boolean {
  return (Object.keys(a) as (keyof Values)[]).every((name) => a[name] === b[name]);
}
