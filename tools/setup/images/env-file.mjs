// @ts-check

/** @import { Host } from '../host/host.mjs' */

const FIRST = '# >>> base images: tools/setup writes these lines and takes them away again';
const LAST = '# <<< base images';

/**
 * @typedef {object} EnvFile
 * @property {Record<string, string>} choice what our block sets; empty without one
 * @property {string} others the owner's own lines, exactly as they are
 */

/**
 * Takes our block out of an env file.
 *
 * @param {string} text
 * @returns {EnvFile}
 */
export function readChoice(text) {
  const lines = text.split('\n');
  const first = lines.indexOf(FIRST);
  const last = lines.indexOf(LAST, first);
  if (first === -1 || last === -1) return { choice: {}, others: text };
  const pairs = lines.slice(first + 1, last).flatMap((line) => {
    const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === '' ? [] : [[name, value]];
  });
  return {
    choice: Object.fromEntries(pairs),
    others: [...lines.slice(0, first), ...lines.slice(last + 1)].join('\n'),
  };
}

/**
 * @param {string} text the file as it is
 * @param {Record<string, string>} choice empty takes the block away
 * @returns {string} the file as it shall be: the block at its end, everything else untouched
 */
export function writeChoice(text, choice) {
  const { others } = readChoice(text);
  const pairs = Object.entries(choice).map(([name, value]) => `${name}=${value}`);
  if (pairs.length === 0) return others;
  const before = others === '' || others.endsWith('\n') ? others : `${others}\n`;
  return `${before}${[FIRST, ...pairs, LAST].join('\n')}\n`;
}

/**
 * @param {Host} host
 * @param {string} path
 * @param {Record<string, string>} choice
 */
export function choose(host, path, choice) {
  const text = host.read(path) ?? '';
  const next = writeChoice(text, choice);
  if (next === text) return;
  if (next === '') host.remove(path);
  else host.write(path, next);
}
