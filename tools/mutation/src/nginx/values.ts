import { internalUris, named, type Configuration, type Site } from './configuration.ts';
import { quantityOf } from './quantity.ts';
import type { Place, Span } from './words.ts';

/** A replacement within a value; offsets are relative to the value. */
export interface Change extends Span {
  text: string;
}

/** Other values of a directive's argument; `index` is its position. */
type Rule = (place: Place, index: number, site: Site, configuration: Configuration) => Change[];

/** Words that a directive or parameter chooses from. */
const choices: Readonly<Record<string, readonly string[]>> = {
  // Not a flag: `on` would be a file name.
  access_log: ['off'],
  // More than a pipe writes at once, and more than the second that may be lost.
  'access_log.buffer': ['4k', '64k'],
  'access_log.flush': ['1s', '10s'],
  add_header_inherit: ['on', 'off', 'merge'],
  charset: ['off', 'utf-8', 'iso-8859-1'],
  gzip_proxied: ['off', 'expired', 'any'],
  limit_req_log_level: ['info', 'notice', 'warn', 'error'],
  'log_format.escape': ['json', 'default', 'none'],
  proxy_next_upstream: ['off', 'error', 'timeout'],
  // Not a flag: Nginx refuses `on`.
  proxy_redirect: ['off'],
  real_ip_header: ['X-Real-IP', 'X-Forwarded-For'],
  rewrite: ['last', 'break', 'redirect', 'permanent'],
  server_tokens: ['off', 'on', 'build'],
  worker_processes: ['1', 'auto'],
};

/** Variables that are easily confused: typically what Nginx knows and what the client or the upstream claims. */
const confusable: Readonly<Record<string, string>> = {
  $host: '$http_host',
  $binary_remote_addr: '$server_addr',
  $bytes_sent: '$body_bytes_sent',
  $realip_remote_addr: '$remote_addr',
  $remote_addr: '$realip_remote_addr',
  $request_id: '$http_x_request_id',
  $request_length: '$http_content_length',
  $request_time: '$upstream_response_time',
  $request_uri: '$uri',
  $scheme: '$http_x_forwarded_proto',
  $server_protocol: '$scheme',
  $status: '$upstream_status',
  $time_iso8601: '$time_local',
  $upstream_addr: '$server_addr',
  $upstream_connect_time: '$upstream_header_time',
  $upstream_response_time: '$request_time',
  $upstream_status: '$status',
  $uri: '$request_uri',
};

/** Weaker values of response headers. Other headers get the value `changed`. */
const weakerHeaders: Readonly<Record<string, readonly string[]>> = {
  'referrer-policy': ['unsafe-url', 'no-referrer'],
  'cross-origin-opener-policy': ['unsafe-none'],
  'cross-origin-resource-policy': ['cross-origin'],
};

/** Two common statuses of each class. */
const statuses: Readonly<Record<string, readonly [string, string]>> = {
  2: ['200', '202'],
  3: ['302', '301'],
  4: ['404', '403'],
  // Not 500, which `error_page` turns into 503.
  5: ['502', '503'],
};

const none: Rule = () => [];

/** Directives whose values need a specific rule. */
const rules: Readonly<Record<string, Rule>> = {
  // Another name has the same effect as removing the directive, or Nginx refuses it.
  charset_types: none,
  gzip_types: none,
  include: none,
  pid: none,
  proxy_hide_header: none,
  server_name: none,
  ssi_types: none,
  zone: none,
  // `default` equals the directive's absence.
  proxy_redirect: none,

  access_log: ({ text }, index) => (text === 'off' ? [] : [whole(text, index === 0 ? '/dev/null' : 'combined')]),
  add_header: ({ text }, index, site) =>
    index === 1 ? otherHeaderValues(site.statement.args[0]?.value ?? '', text) : [],
  alias: elsewhere,
  error_page: ({ text }, index, site, configuration) => {
    if (text.startsWith('=')) return [whole(text, '=200')];
    if (index < site.statement.args.length - 1) return [];
    const uris = internalUris(configuration);
    // For a variable, the first one.
    const other = uris[(uris.indexOf(text) + 1) % uris.length];
    return other === undefined ? [] : [whole(text, other)];
  },
  limit_req_status: ({ text }) => [whole(text, otherStatus(text))],
  // With a URI, proxy_pass decodes the path.
  proxy_pass: ({ text }) => [whole(text, `${text}/`), whole(text, text.replace('http:', 'https:'))],
  proxy_set_header: ({ text }, index, site) => (index === 1 ? otherForwardedValues(site, text) : []),
  return: ({ text }, index) => [whole(text, index === 0 ? otherStatus(text) : 'changed')],
  rewrite: ({ text }, index) => (index === 1 ? [whole(text, '/changed')] : []),
  root: elsewhere,
  try_files: ({ text }) => (/^=\d+$/.test(text) ? [whole(text, `=${otherStatus(text.slice(1))}`)] : []),
};

/** Other values of one argument that Nginx accepts. */
export function otherValues(place: Place, index: number, site: Site, configuration: Configuration): Change[] {
  const chosen = otherChoices(place.key, place.text).map((text) => whole(place.text, text));
  if (chosen.length > 0) return chosen;
  return (rules[site.statement.name.value] ?? anyOther)(place, index, site, configuration);
}

/** The other words of a choice. */
export function otherChoices(key: string, word: string): string[] {
  const words = choices[key] ?? (['on', 'off'].includes(word) ? ['on', 'off'] : []);
  return words.includes(word) ? words.filter((other) => other !== word) : [];
}

/** Replace one variable of the text at a time with a similar one, and leave out one of several. */
export function otherVariables(text: string): Change[] {
  const uses = variablesOf(text);
  return [...confusedVariables(text), ...(uses.length < 2 ? [] : uses.map((use) => ({ ...use, text: '' })))];
}

/** Replace one variable at a time with a similar one. */
export function confusedVariables(text: string): Change[] {
  return variablesOf(text).flatMap(({ name, start, end }) => {
    const other = name.startsWith('$upstream_http_') ? name.replace('$upstream_', '$') : confusable[name];
    return other === undefined ? [] : [{ start, end, text: other }];
  });
}

/** The numbers of a header's parameters times ten and divided by ten: `max-age=31536000`. */
export function otherParameters(value: string): Change[] {
  return [...value.matchAll(/[\w-]+=(\d+)/g)].flatMap(({ 0: text, 1: digits = '', index }) =>
    [Number(digits) * 10, Math.floor(Number(digits) / 10)].map((number) => ({
      start: index,
      end: index + text.length,
      text: `${text.slice(0, -digits.length)}${number}`,
    })),
  );
}

/** The members of a header value that is a list, such as `geolocation=(), camera=()` or a policy. */
export function membersOf(value: string): (Span & { text: string })[] {
  const lists = [
    { separator: '; ', member: /^[a-z-]+(?: [\w:*./'$-]+)*$/ },
    { separator: ', ', member: /^[\w-]+(?:=[\w()"]+)?$/ },
  ];
  for (const { separator, member } of lists) {
    const texts = value.split(separator);
    if (texts.length < 2 || !texts.every((text) => member.test(text))) continue;
    let start = -separator.length;
    return texts.map((text) => {
      start += separator.length;
      const found = { text, start, end: start + text.length };
      start = found.end;
      return found;
    });
  }
  return [];
}

function whole(value: string, text: string): Change {
  return { start: 0, end: value.length, text };
}

function otherStatus(status: string): string {
  const [first, second] = statuses[status.charAt(0)] ?? ['404', '403'];
  return status === first ? second : first;
}

function variablesOf(text: string): (Span & { name: string })[] {
  // `$host` and `${host}`, but not a template's `${CAPITALS}`.
  return [...text.matchAll(/\$(?:\{([a-z]\w*)\}|([a-z]\w*))/g)].map((match) => ({
    name: `$${match[1] ?? match[2] ?? ''}`,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function anyOther(place: Place, index: number, site: Site, configuration: Configuration): Change[] {
  const { text, key } = place;
  if (quantityOf(text, configuration.variables)) return [];
  // In memory instead of on disk. Folders of protocols that are not used stay empty.
  const module = /^(.*)_temp_path$/.exec(key)?.[1];
  if (module !== undefined) {
    const isUsed = module === 'client_body' || named(configuration, `${module}_pass`).length > 0;
    return isUsed ? [whole(text, `/tmp/${text.split('/').at(-1) ?? ''}`)] : [];
  }
  // An address of RFC 5737, where no host answers.
  if (/^\$\{[A-Z0-9_]+\}$/.test(text)) return [whole(text, '192.0.2.1')];
  const variables = otherVariables(text);
  if (variables.length > 0 || site.statement.args.length > 1) return variables;
  return elsewhere(place, index, site, configuration);
}

/** The next value that the same directive has elsewhere. */
function elsewhere({ text }: Place, _index: number, { statement }: Site, configuration: Configuration): Change[] {
  const values = named(configuration, statement.name.value).map((site) => site.statement.args.at(-1)?.value ?? '');
  const at = values.indexOf(text);
  const other = [...values.slice(at + 1), ...values.slice(0, at)].find((value) => value !== text);
  return [whole(text, other ?? (text.startsWith('/') ? '/changed' : 'changed'))];
}

/** Trust the client's header. An empty value hides the client's header; removing the directive is its opposite. */
function otherForwardedValues({ statement }: Site, value: string): Change[] {
  if (value === '') return [];
  const header = statement.args[0]?.value.toLowerCase() ?? '';
  const values = [`$http_${header.replaceAll('-', '_')}`];
  if (header === 'x-forwarded-for') values.push('$proxy_add_x_forwarded_for');
  return [...values.map((other) => whole(value, other)), ...confusedVariables(value)];
}

function otherHeaderValues(header: string, value: string): Change[] {
  const name = header.toLowerCase();
  if (name.startsWith('content-security-policy')) return weakerPolicies(value);
  const others = weakerHeaders[name] ?? (membersOf(value).length > 0 ? [] : ['changed']);
  return [...others.map((text) => whole(value, text)), ...otherParameters(value)];
}

/** Open each directive of a Content-Security-Policy, allow inline and evaluated code, and leave out one source. */
function weakerPolicies(policy: string): Change[] {
  return membersOf(policy).flatMap(({ text, start, end }) => {
    const [directive = '', ...sources] = text.split(' ');
    const weaker = [`${directive} *`];
    if (['script-src', 'style-src'].includes(directive)) weaker.push(`${text} 'unsafe-inline'`);
    if (directive === 'script-src') weaker.push(`${text} 'unsafe-eval'`);
    if (sources.length > 1) {
      weaker.push(...sources.map((source) => [directive, ...sources.filter((other) => other !== source)].join(' ')));
    }
    return weaker.map((other) => ({ start, end, text: other }));
  });
}
