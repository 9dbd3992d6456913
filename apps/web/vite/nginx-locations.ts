import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Nginx does with a request, as far as a browser sees it. */
export type Action =
  /** Ask the API. */
  | { kind: 'api' }
  /** The file of that name, else the app. */
  | { kind: 'app' }
  /** The file of that name, else 404. */
  | { kind: 'file' }
  /** Begin again with another path. */
  | { kind: 'rewrite'; path: string }
  | { kind: 'answer'; status: number; text: string };

/** A `location` block of the server. */
export interface Location {
  modifier: '' | '=' | '^~' | '~' | '~*';
  pattern: string;
  action: Action;
}

const LOCATION = /\blocation\s+(?:(=|\^~|~\*?)\s+)?(\S+)\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g;

/**
 * The files that hold the server's locations, in the order in which Nginx reads them.
 *
 * @param folder of nginx.conf
 */
export function serverFiles(folder: string): string[] {
  const whole = join(folder, 'nginx.conf');
  const includes = readFileSync(whole, 'utf8').matchAll(/^\s*include (server\/\S+);/gm);
  return [whole, ...Array.from(includes, ([, file = '']) => join(folder, file))];
}

/** The locations of all these files. */
export function readLocations(files: readonly string[]): Location[] {
  return files.flatMap((file) => parseLocations(readFileSync(file, 'utf8')));
}

/** The `location` blocks of one file; what else stands in it is no matter. */
export function parseLocations(source: string): Location[] {
  const uncommented = source.replace(/(^|\s)#.*$/gm, '');
  return Array.from(uncommented.matchAll(LOCATION), ([, modifier = '', pattern = '', body = '']) => ({
    modifier: modifier as Location['modifier'],
    pattern,
    action: actionOf(body),
  }));
}

function actionOf(body: string): Action {
  if (/\binternal;/.test(body)) return { kind: 'answer', status: 404, text: '' };
  if (/\bproxy_pass\s/.test(body)) return { kind: 'api' };
  if (/\btry_files\s/.test(body)) return { kind: /\/index\.html[\s;]/.test(body) ? 'app' : 'file' };
  const [, rewritten] = /\brewrite\s+\^\s+(\S+)(?:\s+last)?;/.exec(body) ?? [];
  if (rewritten) return { kind: 'rewrite', path: rewritten };
  const [, status, text = ''] = /\breturn\s+(\d+)(?:\s+"(.*)")?;/.exec(body) ?? [];
  if (status) return { kind: 'answer', status: Number(status), text: text.replaceAll('\\n', '\n') };
  return { kind: 'file' };
}

/**
 * Choose as Nginx does: an exact name, then the longest prefix if it is `^~`, then the first expression, then that prefix.
 *
 * @param path decoded, without the query
 * @returns the path to redirect to when only its last slash is missing
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function actionFor(path: string, locations: readonly Location[]): Action | { kind: 'redirect'; path: string } {
  const exact = locations.find(({ modifier, pattern }) => modifier === '=' && pattern === path);
  if (exact) return exact.action;

  const prefixes = locations.filter(({ modifier }) => modifier === '' || modifier === '^~');
  // A prefix that is passed on and ends in a slash is also the address of a folder.
  const folder = prefixes.find(({ pattern, action }) => action.kind === 'api' && pattern === `${path}/`);
  if (folder) return { kind: 'redirect', path: folder.pattern };

  const [longest] = prefixes
    .filter(({ pattern }) => path.startsWith(pattern))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  if (longest?.modifier === '^~') return longest.action;

  const expression = locations.find(
    ({ modifier, pattern }) => modifier.startsWith('~') && new RegExp(pattern, modifier === '~*' ? 'i' : '').test(path),
  );
  return (expression ?? longest)?.action ?? { kind: 'file' };
}
