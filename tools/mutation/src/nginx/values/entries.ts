import type { Site } from '../configuration.ts';

/** The result of an entry of a `map` or `geo`, as it is written. */
export function resultOf({ statement }: Site): string {
  return statement.args.at(-1)?.raw ?? '';
}

/** The entries of the table that a statement belongs to, of the same file, without the words that are no entries. */
export function entriesOf(site: Site): Site[] {
  return site.parent.sites.filter(
    ({ file, statement }) => file === site.file && statement.args.length > 0 && !isParameter(statement.name.value),
  );
}

function isParameter(name: string): boolean {
  return ['hostnames', 'volatile', 'include', 'ranges', 'proxy', 'delete'].includes(name);
}

/** The result that an entry is given instead of its own: the first other one of the table, or a word. */
export function otherResult(site: Site): string {
  const own = resultOf(site);
  return (
    entriesOf(site)
      .map(resultOf)
      .find((result) => result !== own) ?? 'changed'
  );
}

/** Whether the entry is for what no other matches. */
export function isDefault({ statement }: Site): boolean {
  return statement.name.value === 'default';
}
