/** A member of a header's value: `geolocation=()`, `max-age=60`, `script-src 'self'`. Offsets are in the value. */
export interface Member {
  text: string;
  start: number;
  end: number;
}

/** The separators of the lists in headers, and what their members look like. Prose has commas too, but never looks so. */
const lists = [
  { separator: '; ', member: /^[a-z-]+(?: [\w:*./'-]+)*$/ },
  { separator: ', ', member: /^[\w-]+(?:=[\w()"]+)?$/ },
];

/** The members of a header's value that is a list; none when it is not. */
export function membersOf(value: string): Member[] {
  for (const { separator, member } of lists) {
    const texts = value.split(separator);
    if (texts.length > 1 && texts.every((text) => member.test(text))) return withPlaces(texts, separator.length);
  }
  return [];
}

function withPlaces(texts: readonly string[], gap: number): Member[] {
  let start = 0;
  return texts.map((text) => {
    const member = { text, start, end: start + text.length };
    start = member.end + gap;
    return member;
  });
}

/** The value without one of its members, separator and all. */
export function withoutMember(members: readonly Member[], removed: Member): { start: number; end: number } {
  const next = members[members.indexOf(removed) + 1];
  if (next) return { start: removed.start, end: next.start };
  const before = members.at(-2);
  return { start: before?.end ?? removed.start, end: removed.end };
}
