/**
 * Edits of source files by whole lines. The anchors are patterns of neighbouring lines, so an edit fails instead of
 * guessing when a file was restructured.
 */

/** Inserts a line after the last of its siblings. @throws when there is no sibling */
export function addLine(text: string, line: string, siblings: RegExp): string {
  const lines = text.split('\n');
  const last = lines.findLastIndex((candidate) => siblings.test(candidate));
  if (last === -1) throw new Error(`no line matches ${String(siblings)}`);
  return lines.toSpliced(last + 1, 0, line).join('\n');
}

/** Inserts text before the first line that matches. @throws when no line matches */
export function addBefore(text: string, block: string, anchor: RegExp): string {
  const lines = text.split('\n');
  const index = lines.findIndex((candidate) => anchor.test(candidate));
  if (index === -1) throw new Error(`no line matches ${String(anchor)}`);
  return lines.toSpliced(index, 0, block).join('\n');
}

/** Removes every line that equals the given one. */
export function removeLine(text: string, line: string): string {
  return text
    .split('\n')
    .filter((candidate) => candidate !== line)
    .join('\n');
}

/** Names that a TypeScript module declares, imports or exports. */
export function namesIn(text: string): Set<string> {
  const declared = text.matchAll(/\b(?:const|function|interface|type|class) (\w+)/g);
  const listed = text.matchAll(/\b(?:import|export) (?:type )?\{([^}]*)\}/g);
  return new Set([
    ...[...declared].map(([, name]) => name ?? ''),
    ...[...listed].flatMap(([, names]) => names?.match(/\w+/g) ?? []),
  ]);
}
