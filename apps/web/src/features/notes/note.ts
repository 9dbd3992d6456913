import { ApiError } from '@app/api-client';
import type { Schema } from '@app/api-types';

export type Note = Schema<'Note'>;

/** The API's own limits. */
export const MAX_TITLE_LENGTH = 200;
export const MAX_BODY_LENGTH = 20_000;

/** The stored note that stands against an edit, when that is why saving failed. */
export function conflictingNote(error: unknown): Note | null {
  return error instanceof ApiError && isNote(error.current) ? error.current : null;
}

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const note = value as Partial<Record<keyof Note, unknown>>;
  return (
    typeof note.id === 'string' &&
    typeof note.title === 'string' &&
    typeof note.body === 'string' &&
    typeof note.version === 'number' &&
    typeof note.updated_at === 'string'
  );
}
