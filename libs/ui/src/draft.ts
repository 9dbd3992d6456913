import { useRef, useState } from 'react';

/** Unsaved values of a form. */
export interface Draft<Values> {
  values: Values;
  /** The version that was edited; null for a resource that is not stored yet. */
  version: number | null;
}

const PREFIX = 'draft:';

/** The key of a draft. It includes the owner, so that the next user of this tab does not see it. */
export function draftKey(owner: string, resource: string, id = 'new'): string {
  return `${PREFIX}${owner}:${resource}:${id}`;
}

/**
 * Reads a draft from this tab's storage.
 *
 * @param template - values of the same form. A draft with other fields is ignored, because an older release wrote it.
 */
export function readDraft<Values extends object>(key: string, template: Values): Draft<Values> | null {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isDraft(draft, template) ? draft : null;
  } catch {
    return null;
  }
}

/** Stores a draft until this tab is closed. It survives a reload and a new sign-in. */
export function writeDraft<Values>(key: string, draft: Draft<Values>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The storage is full or not available. The form still has the values.
  }
}

export function removeDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // The storage is not available, so there is no draft.
  }
}

function storedKeys(): string[] {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}

/** @param keptOwner - the user whose drafts are kept */
export function removeAllDrafts(keptOwner?: string): void {
  const kept = keptOwner === undefined ? null : `${PREFIX}${keptOwner}:`;
  for (const key of storedKeys()) {
    if (key.startsWith(PREFIX) && (kept === null || !key.startsWith(kept))) removeDraft(key);
  }
}

/**
 * State of a form that keeps a draft while the user types. Without a draft the form shows the stored values, also when
 * they change.
 */
export function useDraft<Values extends object>(key: string, stored: Values, storedVersion: number | null) {
  const [draft, setDraft] = useState(() => readDraft(key, stored));
  const [isRestored, setRestored] = useState(draft !== null);
  // The values at the time when a response arrives, not at the time when the request was sent.
  const latest = useRef(draft);
  const version = draft?.version ?? storedVersion;

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
      update(isEqual(values, stored) ? null : { values, version });
    },
    discard(): void {
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

function isDraft<Values extends object>(value: unknown, template: Values): value is Draft<Values> {
  if (typeof value !== 'object' || value === null || !('values' in value) || !('version' in value)) return false;
  const { values, version } = value;
  if (version !== null && typeof version !== 'number') return false;
  return typeof values === 'object' && values !== null && hasSameFields(values, template);
}

function hasSameFields(values: object, template: object): boolean {
  const fields = Object.entries(template);
  const byName = new Map<string, unknown>(Object.entries(values));
  return byName.size === fields.length && fields.every(([name, field]) => typeof byName.get(name) === typeof field);
}

function isEqual<Values extends object>(a: Values, b: Values): boolean {
  return (Object.keys(a) as (keyof Values)[]).every((name) => a[name] === b[name]);
}
