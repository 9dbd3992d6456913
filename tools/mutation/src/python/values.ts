/** What the settings choose from, as it is written in the file. */
const choices: Readonly<Record<string, string[]>> = {
  True: ['False'],
  False: ['True'],
  '"Lax"': ['"None"', '"Strict"'],
  '"gthread"': ['"sync"'],
  '"https"': ['"http"'],
  '"/dev/shm"': ['"/tmp"'],
  '==': ['!='],
  '!=': ['=='],
};

/** Settings that are switched off by `None`, with what switches them on. */
const switchedOn: Readonly<Record<string, string>> = { accesslog: '"-"' };

/** Other literals and signs in the place of one. */
export function otherTokens(text: string, target: string): string[] {
  if (text === 'None') return switchedOn[target] === undefined ? [] : [switchedOn[target]];
  return choices[text] ?? (/^["']/.test(text) ? otherStrings(text) : otherNumbers(text));
}

function otherStrings(text: string): string[] {
  const value = text.slice(1, -1);
  // A module of another name is not there, so that nothing starts; without the setting, its default does.
  if (/^[a-z_]+(?:\.\w+)+$/i.test(value)) return [];
  if (value.startsWith('0.0.0.0')) return [text.replace('0.0.0.0', '127.0.0.1')];
  return value.startsWith('/') ? ['"/changed/"'] : ['"changed"'];
}

function otherNumbers(text: string): string[] {
  if (!/^[\d_]+$/.test(text)) return [];
  const number = Number(text.replaceAll('_', ''));
  return number === 0 ? ['10'] : [String(number * 10), ...(number < 10 ? [] : [String(Math.floor(number / 10))])];
}

/** One more and one less of a number, or of the port at the end of an address. */
export function neighbours(text: string, target: string): string[] {
  const digits = /^[\d_]+$/.test(text) ? text : /(?<=:)\d+(?="$)/.exec(text)?.[0];
  if (digits === undefined) return [];
  const number = Number(digits.replaceAll('_', ''));
  // Of thousands of requests, nobody counts one; a limit is exact, and so is a port.
  if (number >= 1000 && digits === text && !target.startsWith('limit_')) return [];
  const others = number > 0 ? [number - 1, number + 1] : [number + 1];
  return others.map((other) => text.replace(digits, String(other)));
}

/** Names that stand for numbers in `config.environment`. */
const countable = /(?:seconds|bytes|workers|threads)$/;

/** Other values of a setting that is one name, such as `_environment.workers`. */
export function otherNames(name: string, target: string): string[] {
  if (countable.test(name)) return [`${name} * 10`, `${name} // 10`];
  if (name.endsWith('allow_ips')) return ['"*"'];
  return /_(?:SECURE|HTTPONLY)$/.test(target) && !/^(?:True|False)$/.test(name) ? [`not ${name}`] : [];
}

/** One more and one less of a name that stands for a number. */
export function neighboursOfName(name: string): string[] {
  return countable.test(name) ? [`${name} - 1`, `${name} + 1`] : [];
}
