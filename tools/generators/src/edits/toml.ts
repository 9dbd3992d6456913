import { type AST, getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { appendElement, cutElement, type Range } from './splice.ts';

/**
 * The strings of an array in the one table of an array of tables that has this name.
 *
 * @param table - `tool.importlinter.contracts`
 * @param name - the table's own key `name`
 */
function arrayOf(text: string, table: string, name: string, key: string): { ranges: Range[]; values: unknown[] } {
  for (const node of parseTOML(text).body[0].body) {
    if (node.type !== 'TOMLTable' || node.kind !== 'array') continue;
    if (node.resolvedKey.filter((part) => typeof part === 'string').join('.') !== table) continue;
    const valueOf = (wanted: string) => node.body.find((pair) => keyOf(pair) === wanted)?.value;
    const title = valueOf('name');
    const array = valueOf(key);
    if (title?.type !== 'TOMLValue' || title.value !== name || array?.type !== 'TOMLArray') continue;
    return {
      ranges: array.elements.map(({ range: [start, end] }) => ({ start, end })),
      values: array.elements.map((element) => getStaticTOMLValue(element)),
    };
  }
  throw new Error(`no table in [[${table}]] called "${name}" with an array ${key}`);
}

const keyOf = (pair: AST.TOMLKeyValue) =>
  pair.key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value)).join('.');

/** Puts a string at the end of the array. @throws Error when there is no such array */
export function addToArray(text: string, table: string, name: string, key: string, value: string): string {
  return appendElement(text, arrayOf(text, table, name, key).ranges, JSON.stringify(value));
}

/** Takes a string out of the array. @returns null when it is not there */
export function removeFromArray(text: string, table: string, name: string, key: string, value: string): string | null {
  const { ranges, values } = arrayOf(text, table, name, key);
  const index = values.indexOf(value);
  return index === -1 ? null : cutElement(text, ranges, index);
}
