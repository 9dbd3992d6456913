const MAX_LENGTH = 160;

const CHARACTERS = new Intl.Segmenter();

/** The beginning of a text for a list, with an ellipsis if it is longer. */
export function excerpt(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= MAX_LENGTH ? trimmed : `${cut(trimmed).trimEnd()}…`;
}

/** Cuts between characters as the user sees them: an emoji or a letter with an accent may consist of several code units. */
function cut(text: string): string {
  const next = CHARACTERS.segment(text).containing(MAX_LENGTH);
  return text.slice(0, next?.index ?? MAX_LENGTH);
}
