/** The words that a directive, or a parameter of it, chooses from; the neighbours of an order stand side by side. */
const choices: Readonly<Record<string, readonly string[]>> = {
  // Not a flag: `on` would be a file.
  access_log: ['off'],
  add_header_inherit: ['on', 'off', 'merge'],
  charset: ['off', 'utf-8', 'iso-8859-1'],
  error_log: ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg'],
  gzip_proxied: ['off', 'expired', 'any'],
  limit_req_log_level: ['info', 'notice', 'warn', 'error'],
  'log_format.escape': ['json', 'default', 'none'],
  proxy_http_version: ['1.0', '1.1'],
  proxy_next_upstream: ['off', 'error', 'timeout'],
  // Nor is this one: `on` is refused.
  proxy_redirect: ['off'],
  real_ip_header: ['X-Real-IP', 'X-Forwarded-For'],
  rewrite: ['last', 'break', 'redirect', 'permanent'],
  server_tokens: ['off', 'on', 'build'],
  worker_processes: ['1', 'auto'],
};

const few = 4;

/**
 * The other words that could stand there; of a long list, the next on each side.
 *
 * @param key a directive, or `directive.parameter`
 */
export function otherChoices(key: string, word: string): string[] {
  const words = choices[key] ?? (['on', 'off'].includes(word) ? ['on', 'off'] : []);
  const at = words.indexOf(word);
  if (at < 0) return [];
  return words.filter((_, index) => index !== at && (words.length <= few || Math.abs(index - at) === 1));
}
