import type { Note, NoteCreate } from '@app/api-types';

/** The id in the address of a note that is not stored yet. */
export const NEW_ID = 'new';

/** Limits of the API. */
export const MAX_TITLE_LENGTH = 200;
export const MAX_BODY_LENGTH = 20_000;

/** Values of the form. */
export interface NoteValues {
  title: string;
  body: string;
}

export const EMPTY_NOTE: NoteValues = {
  title: '',
  body: '',
};

export function noteValues(stored: Note): NoteValues {
  return {
    title: stored.title,
    body: stored.body,
  };
}

/** The request body. With `Required`, a new field of the API that the form lacks is a type error. */
export function noteInput(values: NoteValues): Required<NoteCreate> {
  return {
    title: values.title.trim(),
    body: values.body,
  };
}
