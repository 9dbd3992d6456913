/** A stretch of a text: from `start` up to, and not including, `end`. */
export interface Range {
  start: number;
  end: number;
}

/** The text with something put in at a place. */
export function insert(text: string, at: number, words: string): string {
  return text.slice(0, at) + words + text.slice(at);
}

/** The text without a stretch. */
export function cut(text: string, { start, end }: Range): string {
  return text.slice(0, start) + text.slice(end);
}

/**
 * Puts an element at the end of a list that is written one element a line.
 *
 * @param elements - where the elements stand now; at least one
 */
export function appendElement(text: string, elements: readonly Range[], words: string): string {
  const last = elements.at(-1);
  if (last === undefined) throw new Error('An empty list has no place after its last element.');
  const indent = /[ \t]*$/.exec(text.slice(0, last.start))?.[0] ?? '';
  return insert(text, last.end, `,\n${indent}${words}`);
}

/** Takes an element out of a list, with the comma and the line break before it, or after it when it is the first. */
export function cutElement(text: string, elements: readonly Range[], index: number): string {
  const [before, element, after] = [elements[index - 1], elements[index], elements[index + 1]];
  if (element === undefined) throw new Error(`The list has no element ${String(index)}.`);
  if (before !== undefined) return cut(text, { start: before.end, end: element.end });
  return cut(text, { start: element.start, end: after?.start ?? element.end });
}
