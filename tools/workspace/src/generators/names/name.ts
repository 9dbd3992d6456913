import { Refusal } from '../refusal.ts';

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Database identifiers have at most 63 characters, and the generated code adds prefixes and suffixes. */
export const MAX_NAME_LENGTH = 30;

/** Checks the name of a resource: lowercase with dashes, as in files and URLs. */
export function readName(option: string, value = ''): string {
  const name = value.trim();
  if (name === '') throw new Refusal(`--${option} is missing. Example: line-item`);
  if (!NAME.test(name)) {
    const better = toWords(name).join('-');
    throw new Refusal(
      `--${option}: "${name}" is not valid. ${NAME.test(better) ? `Use ${better}.` : 'Use lowercase letters, digits and single dashes.'}`,
    );
  }
  if (name.length > MAX_NAME_LENGTH) {
    throw new Refusal(`--${option}: "${name}" is too long. Use at most ${String(MAX_NAME_LENGTH)} characters.`);
  }
  return name;
}

/** Splits a name in any spelling into lowercase words. */
export function toWords(name: string): string[] {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words
    .join(' ')
    .replace(/^[\s\d]+/, '')
    .split(' ')
    .filter(Boolean);
}
