/** What a person typed and did not save yet. */
export interface Draft {
  title: string;
  body: string;
  /** The version that the edit began from; null for a note that is not stored yet. */
  version: number | null;
}

const PREFIX = 'draft:';

/** Names a draft. The owner is part of it: whoever signs in next in this tab does not see it. */
export function draftKey(owner: string, noteId: string | null): string {
  return `${PREFIX}${owner}:${noteId ?? 'new'}`;
}

/** The draft that this tab keeps under a name, or null. */
export function readDraft(key: string): Draft | null {
  const stored = sessionStorage.getItem(key);
  return stored === null ? null : parseDraft(stored);
}

/** Keeps a draft for as long as the tab lives; reloads and signing in again do not lose it. */
export function writeDraft(key: string, draft: Draft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // No room, or no storage in this browser: the draft still stands in the form.
  }
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(key);
}

/** Forgets every draft of this tab: the person has signed out. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

function parseDraft(stored: string): Draft | null {
  try {
    const value: unknown = JSON.parse(stored);
    return isDraft(value) ? { title: value.title, body: value.body, version: value.version } : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Record<keyof Draft, unknown>>;
  return (
    typeof draft.title === 'string' &&
    typeof draft.body === 'string' &&
    (draft.version === null || typeof draft.version === 'number')
  );
}
