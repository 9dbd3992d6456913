import { posix } from 'node:path';
import { unescape } from 'node:querystring';

/**
 * The path by which Nginx chooses a location: without the query, decoded, dots resolved, slashes that follow each other made
 * one. What is passed on stays as it was sent.
 *
 * @param target of the request line
 * @returns undefined for what Nginx refuses with 400: a broken encoding, a NUL, a path that leaves the root
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function requestPath(target: string): string | undefined {
  const [encoded = ''] = target.split('?', 1);
  if (!encoded.startsWith('/') || /%(?![\da-f]{2})|%00/i.test(encoded)) return undefined;
  const path = unescape(encoded).replace(/\/+/g, '/');
  return /^\.\.(?:\/|$)/.test(posix.normalize(`.${path}`)) ? undefined : posix.normalize(path);
}
