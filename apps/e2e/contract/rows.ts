/** One requirement of the contract. */
export interface Row {
  section: string;
  /** The request and the required result. */
  text: string;
  /** Source of the rule, or what goes wrong without it. */
  why: string;
}

const SECTIONS = {
  Routing: {
    'app-fallback': {
      text: '`/` and every path that is not a file’s by its place return the app’s page with 200, even if it ends like a file',
      why: 'Users type, share and reload any address of the app, such as `/u/jane.md`.',
    },
    'unknown-api-path': {
      text: 'An unknown path under `/api/` returns 404 problem+json from the application, never the app’s page',
      why: 'The most common error of a single-page fallback: the client gets HTML with 200 and fails while parsing it.',
    },
    'missing-files': {
      text: 'A missing file in a folder of static files, or in the root with an extension, returns 404, never the app’s page',
      why: 'HTML in place of a script causes the confusing error "Unexpected token <".',
    },
    admin: {
      text: 'The admin loads with its CSS and JS; without its slash it redirects to the scheme, host and port of the client',
      why: '`absolute_redirect` sends clients to the port inside the container.',
    },
    'api-docs': {
      text: 'The API documentation works with scripts from this origin only',
      why: 'Scripts from a CDN are the usual reason for weakening the Content-Security-Policy.',
    },
    'target-as-sent': {
      text: 'Query string, percent-encoding, repeated parameters and double slashes reach the application unchanged',
      why: '`proxy_pass` with a URI decodes and normalizes the path; `%2F` is not a slash (RFC 3986, 2.2).',
    },
    methods: {
      text: 'Every method reaches the application; HEAD returns the headers of GET and no body',
      why: 'RFC 9110, 9.3.2',
    },
  },
  Forwarding: {
    'client-address': {
      text: 'The application sees the client’s scheme, address, and host with port, and builds the address shown in the browser',
      why: 'Links in mails, redirects and rate limits depend on them.',
    },
    'forged-forwarding': {
      text: 'X-Forwarded-*, X-Real-IP and Forwarded from a client are replaced',
      why: 'A forged client address bypasses every rate limit; a forged scheme or host poisons links and caches.',
    },
    'declared-proxies': {
      text: 'Forwarding headers are accepted from one or more declared proxies, and from no other client',
      why: '`set_real_ip_from 0.0.0.0/0` trusts every client.',
    },
    'foreign-host': {
      text: 'A Host that is not allowed is rejected before it reaches a view',
      why: 'Password reset links with the attacker’s host (CWE-644).',
    },
    'request-id': {
      text: 'Nginx creates one request id, ignores the client’s, and the application, logs, response and problem all use it',
      why: 'It connects an error report with the log lines of the request.',
    },
    'hop-by-hop': {
      text: 'Connection, Upgrade, TE, Trailer, Proxy-* and HTTP2-Settings are not forwarded; Upgrade never gets 101',
      why: 'RFC 9110, 7.6.1; h2c smuggling; httpoxy (CVE-2016-5385)',
    },
  },
  Bodies: {
    'body-limit': {
      text: 'A body up to the limit is forwarded whole; one byte more returns 413 problem+json without calling the application',
      why: 'RFC 9110, 15.5.14; Django’s own default is 2.5 MB.',
    },
    uploads: {
      text: 'A chunked upload, `Expect: 100-continue`, an empty body and multipart with 1,000 parts arrive whole',
      why: 'RFC 9112, 7.1; RFC 9110, 10.1.1',
    },
    'early-answer': {
      text: 'A response that the application sends before it has read the body reaches the client and does not become a 502',
      why: 'RFC 9112, 9.6: closing a connection with unread data resets it while Nginx is still writing.',
    },
    downloads: {
      text: 'A 20 MB download arrives whole',
      why: 'Responses larger than the buffers go through a file.',
    },
    'response-head': {
      text: 'Response headers up to 16 kB pass, each cookie in its own header, and Location unchanged',
      why: 'The default buffer of one memory page turns long cookies into a 502; `proxy_redirect` rewrites Location by default.',
    },
    streaming: {
      text: 'A streamed response arrives piece by piece if the view asks for it, and is buffered otherwise',
      why: 'An unbuffered response to a slow client blocks a thread of the application.',
    },
    'upload-spool': {
      text: 'An upload is buffered on disk, not in the proxy’s memory, and forwarded when it is complete',
      why: 'Ten slow uploads without buffering block every thread of Gunicorn.',
    },
    'client-gone': {
      text: 'A view notices when its client disconnects',
      why: '`proxy_ignore_client_abort` would let it continue for no one.',
    },
    'aborted-response': {
      text: 'A response that the application aborts is visibly incomplete for the client',
      why: 'RFC 9112, 8: otherwise clients store half a file as a whole one.',
    },
    'bodyless-statuses': {
      text: 'Trailers, 1xx, and 204, 205 and 304 without a body keep the connection in sync',
      why: 'RFC 9110, 6.4.1, 6.5 and 15.2',
    },
    'request-encoding': {
      text: 'A compressed request body is forwarded unchanged and never decompressed by the proxy',
      why: 'A gzip bomb of 10 kB decompresses to 10 MB.',
    },
  },
  Files: {
    'page-caching': {
      text: 'The app’s page has `no-cache` and an ETag, and returns 304 for If-None-Match',
      why: 'RFC 9111, 5.2.2.4: every user must get a new release on the next visit.',
    },
    'asset-caching': {
      text: 'Files with hashed names are cached for one year, immutable; a 404 among them is never cached',
      why: 'RFC 8246',
    },
    'new-release': {
      text: 'A new release whose page has the same size reaches a browser that cached the old one',
      why: 'Nginx derives ETags from time and size; reproducible builds give every file the same time.',
    },
    'file-encoding': {
      text: 'br, gzip and identity are negotiated correctly, including `q=` values; Type, Vary and ETag match the encoding',
      why: 'RFC 9110, 12.5.3 and 8.8.3',
    },
    range: {
      text: 'Range returns a part of one representation, If-Range the whole of a changed one, 416 outside of it',
      why: 'RFC 9110, 14',
    },
    'json-compression': {
      text: 'JSON from the API is compressed, except small responses',
      why: 'A response that fits into one packet gains nothing from compression.',
    },
    'revalidation-headers': {
      text: 'A 304 has the same Content-Security-Policy, Cache-Control, Vary and ETag as its 200',
      why: 'RFC 9111, 3.2: a browser updates its cached headers from a 304.',
    },
    'private-files': {
      text: 'No directory listing; dotfiles, source maps, `*.gz`/`*.br` by name, and configuration return 404',
      why: 'Files next to the public ones must stay private.',
    },
    'file-types': {
      text: 'Every file has its registered media type, and text types name their charset',
      why: 'With `nosniff`, a wrong type blocks a script.',
    },
    'well-known-files': {
      text: 'Manifest, robots.txt, favicon and `/.well-known/` are correct; no service worker keeps an old release alive',
      why: 'RFC 8615, RFC 9309',
    },
    'old-release-tabs': {
      text: 'A tab with an older release recovers when its hashed files are gone',
      why: 'After a deployment, lazily loaded scripts of the old release return 404.',
    },
  },
  Caching: {
    'api-caching': {
      text: 'API responses are private or no-store unless the view says otherwise; Vary lists Cookie where it matters',
      why: 'RFC 9111, 3.5: a shared cache must never serve one user’s response to another.',
    },
    'conditional-api': {
      text: 'The application’s ETag becomes weak when compressed; If-Match and If-None-Match reach the application',
      why: 'RFC 9110, 8.8.1 and 13.1',
    },
  },
  Safety: {
    'safety-headers': {
      text: 'Every security header is on every response exactly once, also on errors and redirects; no header reveals versions',
      why: 'One `add_header` in a location drops every inherited one.',
    },
    'transport-security': {
      text: 'TLS 1.2 or newer with HTTP/2, HTTP/3 and Strict-Transport-Security; plain HTTP redirects to it',
      why: 'RFC 8996; RFC 6797, 7.2. The row `declared-proxies` tests that the header is not sent over plain HTTP.',
    },
    cookies: {
      text: 'The session cookie is HttpOnly, SameSite=Lax, and Secure over TLS; files set no cookies',
      why: 'RFC 6265bis, 4.1.2',
    },
    csrf: {
      text: 'An unsafe request without the CSRF token returns 403 problem+json; with the token and from this origin it passes',
      why: 'CWE-352; Django rejects an Origin that differs from the Host it sees.',
    },
    'foreign-origin': {
      text: 'A foreign origin gets no Access-Control-Allow-Origin',
      why: 'A single origin needs no CORS.',
    },
    'rate-limit': {
      text: 'Attempts with a password or a code are limited per client with 429 problem+json and Retry-After; others are not',
      why: 'Guessing must not cost password hashes, and a client must not cause many mails.',
    },
  },
  Protocol: {
    'broken-targets': {
      text: '`%00`, `%zz`, a raw space, `/../../`, a URI that is too long, and `OPTIONS *` return 4xx, never 500',
      why: '`error_page` with a named location returns 500 for a request that has no valid path.',
    },
    traversal: {
      text: '`..` in any spelling reaches nothing outside the root and bypasses no location',
      why: 'CWE-22; off-by-slash `alias`',
    },
    'open-redirect': {
      text: '`//host/` and `/\\host` are never redirected to another host',
      why: 'CWE-601; CRLF in Location (CWE-113)',
    },
    pipelining: {
      text: 'Pipelined requests are answered in order, each with its own response',
      why: 'RFC 9112, 9.3.2',
    },
    framing: {
      text: 'Conflicting lengths, obfuscated Transfer-Encoding and bad chunks are rejected; one request is never read as two',
      why: 'RFC 9112, 6.3 and 11.2: request smuggling',
    },
    'header-syntax': {
      text: 'obs-fold, space before the colon, bare CR or LF, NUL and underscores are rejected or have one interpretation',
      why: 'RFC 9112, 5.1 and 5.2',
    },
    'host-header': {
      text: 'Two Hosts, no Host, absolute-form with another Host, HTTP/0.9 and HTTP/1.0 are unambiguous or rejected',
      why: 'RFC 9112, 3.2',
    },
    'header-limits': {
      text: 'Too many or too large headers return 431, a URI that is too long 414; both close the connection',
      why: 'RFC 6585, 5; each of the proxy’s limits is at or below that of the application server.',
    },
    'error-documents': {
      text: 'Errors of the proxy are problem+json under `/api/` and a page elsewhere, with the original status',
      why: 'RFC 9457',
    },
    'refused-methods': {
      text: 'TRACE and CONNECT are rejected; WebDAV methods are rejected for files and forwarded to the application',
      why: 'RFC 9110, 9.3.6 and 9.3.8; cross-site tracing',
    },
    'slow-clients': {
      text: 'With slow headers, slow bodies and slow readers, other clients are still served and memory stays bounded',
      why: 'The four modes of slowhttptest (CWE-400)',
    },
  },
  'When things break': {
    'application-down': {
      text: 'Application down: 502/503 problem+json with Retry-After under `/api/`, elsewhere a page that loads again; the app still loads',
      why: 'RFC 9110, 10.2.3',
    },
    'application-back': {
      text: 'Application back: the next request is served, without a reload of Nginx',
      why: '`max_fails` disables a single backend for ten seconds.',
    },
    'other-address': {
      text: 'The application’s container is reachable at a new address within the resolver’s time',
      why: 'A static upstream name is resolved once, at start.',
    },
    'slow-view': {
      text: 'A view slower than the time limit returns 504 problem+json',
      why: 'RFC 9110, 15.6.5',
    },
    'hung-process': {
      text: 'A worker process that hangs completely is replaced while the others serve requests',
      why: 'A deadlock in a library would otherwise remove one worker after the other.',
    },
  },
  Operations: {
    'start-without-application': {
      text: 'Nginx starts and serves the app while the application’s name cannot be resolved',
      why: '"host not found in upstream" would stop the whole front end.',
    },
    'reload-under-load': {
      text: 'Worker recycling, reloads of both servers and a rolling update lose, cut or repeat no request',
      why: 'benoitc/gunicorn #3038: a kept-alive connection dies with its worker.',
    },
    'graceful-stop': {
      text: 'SIGTERM: an idle stack stops without waiting for a timeout; a request in flight is finished first',
      why: 'Deployments must neither wait nor cut requests.',
    },
    concurrency: {
      text: 'The application accepts as many requests as it has threads; the next one waits for any free thread; streams leave one free',
      why: 'A worker that accepts more connections than it has threads delays them behind its slow views.',
    },
    'read-only': {
      text: 'Both containers run on a read-only root and listen on their own port only',
      why: 'An intruder cannot persist files.',
    },
    'ip-versions': {
      text: 'The stack works on IPv4 networks, on dual-stack networks, with AAAA records only, and on a kernel without IPv6',
      why: 'Nginx uses every address of a name in turn: an application that listens on IPv4 only fails every second request.',
    },
    health: {
      text: 'Liveness stays green without the database, readiness fails; Nginx’s health check ignores the upstream',
      why: 'A liveness probe that needs the database restarts every replica when the database is slow.',
    },
    'access-log': {
      text: 'Each access log line is whole, valid JSON for any input, and holds no secret; none is lost when Nginx stops',
      why: 'Log injection (CWE-117); the workers share one pipe, which mixes writes of more than 4 kB',
    },
    observability: {
      text: 'Metrics are on a port that is not published, and everything that observes is off by default',
      why: 'Metrics tell an attacker the load, the routes and the software.',
    },
    'bad-configuration': {
      text: 'The configuration passes the programs’ own checks; an image refuses an invalid variable with one sentence',
      why: 'A stack that starts with half its settings fails later, in another place.',
    },
  },
} as const satisfies Record<string, Record<string, Omit<Row, 'section'>>>;

/** The name of a row, which specs, reports and filters use. */
export type RowId = { [S in keyof typeof SECTIONS]: keyof (typeof SECTIONS)[S] }[keyof typeof SECTIONS];

/**
 * The proxy contract: what a client must observe through Nginx, independent of the application behind it. Entries are in the
 * order of the report. Spec files in contract/ and faults/ hold the tests of a row in `row('<id>', …)`.
 */
export const ROWS = Object.fromEntries(
  Object.entries(SECTIONS).flatMap(([section, rows]) =>
    Object.entries(rows).map(([id, row]) => [id, { section, ...row }]),
  ),
) as Record<RowId, Row>;
