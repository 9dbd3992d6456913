/** Another text in the place of a part of a value; offsets are in the value. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** Another text in the place of the whole value. */
export function whole(value: string, text: string): Change {
  return { start: 0, end: value.length, text };
}
