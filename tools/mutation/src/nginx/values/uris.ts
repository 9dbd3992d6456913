import { internalUris, named, type Facts } from '../facts.ts';
import { whole, type Change } from './change.ts';

/** Another of the addresses that only Nginx itself can ask for: the wrong error document, say. */
export function otherUri(uri: string, facts: Facts): Change[] {
  const uris = internalUris(facts);
  const next = uris[(uris.indexOf(uri) + 1) % uris.length];
  return next === undefined || next === uri ? [] : [whole(uri, next)];
}

/** The value that the same directive has elsewhere in the configuration, after this one; a word when there is none. */
export function valueElsewhere(directive: string, value: string, facts: Facts): Change[] {
  const values = named(facts, directive).map(({ statement }) => statement.args.at(-1)?.value ?? '');
  const at = values.indexOf(value);
  const other = [...values.slice(at + 1), ...values.slice(0, at)].find((candidate) => candidate !== value);
  return [whole(value, other ?? (value.startsWith('/') ? '/changed' : 'changed'))];
}
