const MAX_LENGTH = 160;

/** The beginning of a text for a list, with an ellipsis if it is longer. */
export function excerpt(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= MAX_LENGTH ? trimmed : `${trimmed.slice(0, MAX_LENGTH).trimEnd()}…`;
}
