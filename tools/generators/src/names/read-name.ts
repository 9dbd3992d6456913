import { Refusal } from '../refusal.ts';

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Names of this length stay within what databases and npm take, with what is put before and after them. */
export const LONGEST_NAME = 30;

/**
 * Takes a name in small letters with dashes, as files and addresses have it.
 *
 * @param what - what is to be called so, with its article: `a page`
 * @throws Refusal with the spelling that would do, where there is one
 */
export function readName(what: string, written: string | undefined): string {
  const name = (written ?? '').trim();
  if (name === '') throw new Refusal(`${what.charAt(0).toUpperCase()}${what.slice(1)} needs a name.`);
  if (!NAME.test(name)) {
    const better = name
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^[-\d]+|-+$/g, '');
    throw new Refusal(
      `"${name}" is no name for ${what}: it has small letters and digits, and one dash between words.`,
      NAME.test(better) ? `Write ${better}.` : undefined,
    );
  }
  if (name.length > LONGEST_NAME) {
    throw new Refusal(`"${name}" is too long for ${what}: a name has at most ${String(LONGEST_NAME)} characters.`);
  }
  return name;
}
