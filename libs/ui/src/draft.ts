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
  for (const key of draftKeys()) {
    const kept = keptOwner !== undefined && key.startsWith(`${PREFIX}${keptOwner}:`) && parseDraft(key) !== null;
    if (!kept) removeDraft(key);
  }
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
