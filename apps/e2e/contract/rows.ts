/** One promise of the contract. */
export interface Row {
  section: string;
  /** Which request, what must be observed. */
  text: string;
  /** The rule's source, or what happens to people where it is missing. */
  why: string;
}

/**
 * The proxy contract: what a client must observe through Nginx, whatever is behind it. One entry a row, in the order of the
 * report; a spec file under proxy/ or faults/ holds a row's tests in `row('<id>', …)`, and a row without a test is an
 * error of the report.
 */
export const ROWS = {
  // --- Routing
  'app-fallback': {
    section: 'Routing',
    text: "`/` and every unknown path answer the app's page, 200, whatever the depth; a dot in a path is no obstacle",
    why: 'A person may type, share or reload any address of the app.',
  },
  'unknown-api-path': {
    section: 'Routing',
    text: 'An unknown path under `/api/` answers 404 problem+json from the application, never the app’s page',
    why: 'The commonest fault of a single-page fallback: the client gets HTML with 200 and fails at parsing it.',
  },
  'missing-files': {
    section: 'Routing',
    text: 'A missing file under the folders of files, or with the extension of a file, answers 404, never the app’s page',
    why: 'A script that is answered with HTML fails with a riddle ("Unexpected token <") instead of a 404.',
  },
  admin: {
    section: 'Routing',
    text: 'The admin and its CSS and JS load; without its slash it redirects on the scheme, host and port of the client',
    why: '`absolute_redirect` sends people to the port inside the container.',
  },
  'api-docs': {
    section: 'Routing',
    text: 'The documentation of the API works with scripts from this origin alone',
    why: 'A CDN in the documentation is the usual reason for weakening the Content-Security-Policy.',
  },
  'target-as-sent': {
    section: 'Routing',
    text: 'Query string, percent-encoding, repeated parameters and double slashes reach the application as sent',
    why: '`proxy_pass` with a URI decodes and tidies the path; `%2F` is not a slash (RFC 3986, 2.2).',
  },
  methods: {
    section: 'Routing',
    text: "Every method reaches the application; HEAD has GET's headers and no body",
    why: 'RFC 9110, 9.3.2',
  },

  // --- Forwarding
  'client-address': {
    section: 'Forwarding',
    text: "The application sees the client's scheme, host with port, and address, and builds the browser's own address",
    why: 'Links in mails, redirects and rate limits are made of it.',
  },
  'forged-forwarding': {
    section: 'Forwarding',
    text: "A client's own X-Forwarded-*, X-Real-IP and Forwarded are replaced, not believed",
    why: 'Who names his own address escapes every rate limit; a forged scheme or host poisons links and caches.',
  },
  'declared-proxies': {
    section: 'Forwarding',
    text: 'A declared proxy in front is believed about client and scheme; a second one, too; nobody else',
    why: '`set_real_ip_from 0.0.0.0/0` believes every client.',
  },
  'foreign-host': {
    section: 'Forwarding',
    text: 'A Host that is not allowed is refused before it reaches a view',
    why: 'Password reset links with the attacker’s host (CWE-644).',
  },
  'request-id': {
    section: 'Forwarding',
    text: "One request id: made by Nginx, never the client's, the same in application, logs, response and problem",
    why: 'Without it an error report leads nowhere.',
  },
  'hop-by-hop': {
    section: 'Forwarding',
    text: 'Connection, Upgrade, TE, Trailer, Proxy-*, HTTP2-Settings are not passed on; Upgrade never gets 101',
    why: 'RFC 9110, 7.6.1; h2c smuggling; httpoxy (CVE-2016-5385)',
  },

  // --- Bodies
  'body-limit': {
    section: 'Bodies',
    text: 'A body up to the limit passes whole; one byte over answers 413 problem+json without the application being asked',
    why: 'RFC 9110, 15.5.14; Django’s own default stops at 2.5 MB.',
  },
  uploads: {
    section: 'Bodies',
    text: 'A chunked upload, `Expect: 100-continue`, an empty body and multipart with 1,000 parts arrive whole',
    why: 'RFC 9112, 7.1; RFC 9110, 10.1.1',
  },
  'early-answer': {
    section: 'Bodies',
    text: 'An answer that the application gives before it has read the body reaches the client, and is no 502',
    why: 'RFC 9112, 9.6: a connection that is closed while bytes wait on it is reset, and Nginx is still writing.',
  },
  downloads: {
    section: 'Bodies',
    text: 'A 20 MB download arrives whole',
    why: 'Answers larger than the buffers go through a file.',
  },
  'response-head': {
    section: 'Bodies',
    text: 'A long header of a response passes up to 16 kB, cookies each by themselves; Location passes as the view wrote it',
    why: 'One page of memory, the default, makes 502 of a long cookie; `proxy_redirect` rewrites addresses by itself.',
  },
  streaming: {
    section: 'Bodies',
    text: 'A streamed response arrives piece by piece when the view asks for it, and is buffered when it does not',
    why: 'An unbuffered answer to a slow reader holds a thread of the application.',
  },
  'upload-spool': {
    section: 'Bodies',
    text: "An upload is held on disk, not in the proxy's memory, and reaches the application only when it is whole",
    why: 'Ten slow uploads, unbuffered, stall every thread of Gunicorn.',
  },
  'client-gone': {
    section: 'Bodies',
    text: 'A client that goes away is noticed by the view',
    why: '`proxy_ignore_client_abort` would let it work for nobody.',
  },
  'aborted-response': {
    section: 'Bodies',
    text: 'A response that the application aborts is not passed off as whole',
    why: 'RFC 9112, 8: a cut body must be seen as cut, or half a file is stored as a file.',
  },
  'bodyless-statuses': {
    section: 'Bodies',
    text: 'Trailers, 1xx, 204, 205 and 304 without body keep the connection in order',
    why: 'RFC 9110, 6.4.1, 6.5 and 15.2',
  },
  'request-encoding': {
    section: 'Bodies',
    text: 'A compressed request body is passed as it is, never inflated by the proxy',
    why: 'A gzip bomb of 10 kB is 10 MB.',
  },

  // --- Files
  'page-caching': {
    section: 'Files',
    text: "The app's page: `no-cache`, ETag, 304 on If-None-Match",
    why: 'RFC 9111, 5.2.2.4: a new release must reach everybody at the next visit.',
  },
  'asset-caching': {
    section: 'Files',
    text: 'Files with hashed names are kept for one year, immutable; a 404 among them is kept by nobody',
    why: 'RFC 8246',
  },
  'new-release': {
    section: 'Files',
    text: 'A new release whose page has the same size reaches a browser that holds the old one',
    why: 'Nginx’s ETag is time and size; reproducible builds give every file the same time.',
  },
  'file-encoding': {
    section: 'Files',
    text: 'br, gzip and identity are each served right, for `q=` values too; Type, Vary and ETag differ as they must',
    why: 'RFC 9110, 12.5.3 and 8.8.3',
  },
  range: {
    section: 'Files',
    text: 'Range gives a part of one representation, If-Range the whole of a changed one, 416 outside',
    why: 'RFC 9110, 14',
  },
  'json-compression': {
    section: 'Files',
    text: 'JSON from the API is compressed when it is worth it; small answers are not',
    why: 'An answer below one packet gets no faster, only dearer.',
  },
  'revalidation-headers': {
    section: 'Files',
    text: 'A 304 carries the same Content-Security-Policy, Cache-Control, Vary and ETag as its 200',
    why: 'RFC 9111, 3.2: a browser updates what it has stored with the headers of a 304.',
  },
  'private-files': {
    section: 'Files',
    text: 'No directory listing; dotfiles, source maps, `*.gz`/`*.br` by name, and configuration are 404',
    why: 'What lies beside the files is nobody’s business.',
  },
  'file-types': {
    section: 'Files',
    text: 'Every file has its own type, text says its encoding',
    why: 'A wrong type with `nosniff` blocks a script.',
  },
  'well-known-files': {
    section: 'Files',
    text: 'Manifest, robots.txt, favicon and `/.well-known/` are right, and there is no service worker to outlive a release',
    why: 'RFC 8615, RFC 9309',
  },
  'old-release-tabs': {
    section: 'Files',
    text: 'A tab of an older release recovers by itself when its hashed files are gone',
    why: 'A lazily loaded script of the old release is a 404 after the deployment.',
  },

  // --- Caching
  'api-caching': {
    section: 'Caching',
    text: 'API answers are private or no-store unless they say otherwise; Vary names Cookie where it matters',
    why: 'RFC 9111, 3.5: a shared cache must never serve one person’s answer to another.',
  },
  'conditional-api': {
    section: 'Caching',
    text: "The application's ETag survives compression as a weak one; If-Match and If-None-Match reach it",
    why: 'RFC 9110, 8.8.1 and 13.1',
  },

  // --- Safety
  'safety-headers': {
    section: 'Safety',
    text: 'Every safety header is on every response, errors and redirects too, exactly once; nothing tells what runs behind',
    why: 'One `add_header` in a location drops every inherited one.',
  },
  'transport-security': {
    section: 'Safety',
    text: 'Strict-Transport-Security over TLS only',
    why: 'RFC 6797, 7.2',
  },
  cookies: {
    section: 'Safety',
    text: 'Session cookie: HttpOnly, SameSite=Lax, Secure over TLS; files set no cookies',
    why: 'RFC 6265bis, 4.1.2',
  },
  csrf: {
    section: 'Safety',
    text: 'A POST without the CSRF token is 403 problem+json; with it, from this origin, it passes',
    why: 'CWE-352; Django refuses an Origin that is not the Host it sees.',
  },
  'foreign-origin': {
    section: 'Safety',
    text: 'No Access-Control-Allow-Origin to a foreign origin',
    why: 'One origin needs no CORS.',
  },
  'rate-limit': {
    section: 'Safety',
    text: 'Sign-in and sign-up are limited per client: 429 problem+json with Retry-After; others are not affected',
    why: 'Guessing passwords must not cost hashing them.',
  },

  // --- Protocol
  'broken-targets': {
    section: 'Protocol',
    text: '`%00`, `%zz`, a raw space, `/../../`, a URI too long, `OPTIONS *`: 4xx, never 500',
    why: '`error_page` with a named location makes 500 of a request too broken to have a path.',
  },
  traversal: {
    section: 'Protocol',
    text: '`..` in every spelling leads nowhere: nothing outside the root, no location bypassed',
    why: 'CWE-22; off-by-slash `alias`',
  },
  'open-redirect': {
    section: 'Protocol',
    text: '`//host/` and `/\\host` are redirected nowhere',
    why: 'CWE-601; CRLF in Location (CWE-113)',
  },
  pipelining: {
    section: 'Protocol',
    text: 'Pipelined requests are answered in order, each as itself',
    why: 'RFC 9112, 9.3.2',
  },
  framing: {
    section: 'Protocol',
    text: 'Conflicting lengths, obfuscated Transfer-Encoding, bad chunks: refused, and never two requests where Nginx saw one',
    why: 'RFC 9112, 6.3 and 11.2: request smuggling',
  },
  'header-syntax': {
    section: 'Protocol',
    text: 'obs-fold, space before the colon, bare CR or LF, NUL, underscores: refused or made unambiguous',
    why: 'RFC 9112, 5.1 and 5.2',
  },
  'host-header': {
    section: 'Protocol',
    text: 'Two Hosts, no Host, absolute-form with another Host, HTTP/0.9, HTTP/1.0 with keep-alive: unambiguous or refused',
    why: 'RFC 9112, 3.2',
  },
  'header-limits': {
    section: 'Protocol',
    text: 'Too many or too large headers: 431 or 400, a line in the log, connection sane; a URI too long: 414',
    why: 'RFC 6585, 5; each of the proxy’s limits is at or below the application server’s',
  },
  'error-documents': {
    section: 'Protocol',
    text: 'Errors of the proxy are problem+json under `/api/`, a page elsewhere, with the original code',
    why: 'RFC 9457',
  },
  'refused-methods': {
    section: 'Protocol',
    text: 'TRACE and CONNECT are refused; WebDAV methods are refused or passed on purpose',
    why: 'RFC 9110, 9.3.6 and 9.3.8; cross-site tracing',
  },
  'slow-clients': {
    section: 'Protocol',
    text: 'Slow headers, slow body, slow readers: ordinary clients keep being served, memory stays bounded',
    why: 'slowhttptest’s four modes (CWE-400)',
  },

  // --- When things break
  'application-down': {
    section: 'When things break',
    text: 'Application down: 502/503 problem+json with Retry-After under `/api/`, a page elsewhere; the app still loads',
    why: 'RFC 9110, 10.2.3',
  },
  'application-back': {
    section: 'When things break',
    text: 'Application back: the next request is served, with no reload of Nginx',
    why: '`max_fails` takes a single backend out for ten seconds.',
  },
  'other-address': {
    section: 'When things break',
    text: "The application's container re-created with another address is served within the resolver's time",
    why: 'A static upstream name is resolved once, for ever: the pinned-address 502.',
  },
  'slow-view': {
    section: 'When things break',
    text: 'A view slower than the limit: 504 problem+json',
    why: 'RFC 9110, 15.6.5',
  },
  'hung-process': {
    section: 'When things break',
    text: 'A process of the application that hangs as a whole is replaced; the others serve meanwhile',
    why: 'A deadlock in a library takes a worker away for ever, and nobody notices until the last one is gone.',
  },

  // --- Operations
  'start-without-application': {
    section: 'Operations',
    text: 'Nginx starts while the name of the application cannot be resolved, and serves the app',
    why: '"host not found in upstream" stops the whole front end.',
  },
  'reload-under-load': {
    section: 'Operations',
    text: 'Recycled workers, reloads of both programs, a rolling update: no request fails, none is cut, none is sent twice',
    why: 'benoitc/gunicorn #3038: a kept connection dies with its worker.',
  },
  'graceful-stop': {
    section: 'Operations',
    text: 'SIGTERM: an idle stack stops in under 5 s; a request in flight is finished first',
    why: 'Deployments must neither wait nor cut.',
  },
  concurrency: {
    section: 'Operations',
    text: 'The application takes as many requests at once as it has threads; the next one waits where any free thread takes it',
    why: 'A worker that takes more connections than it has threads lets them wait behind its slow views, beside idle workers.',
  },
  'read-only': {
    section: 'Operations',
    text: 'Both containers run on a read-only root and listen nowhere but on their ports',
    why: 'What an intruder can write, stays.',
  },
  health: {
    section: 'Operations',
    text: "Liveness stays green without the database, readiness goes red; Nginx's own health says nothing about the upstream",
    why: 'A liveness probe that asks the database restarts every replica when the database hiccups.',
  },
  'access-log': {
    section: 'Operations',
    text: 'Each access log line is JSON that parses, whatever was sent; its figures are right; no cookie, token or password',
    why: 'Log injection (CWE-117)',
  },
  'bad-configuration': {
    section: 'Operations',
    text: 'The configuration passes its own programs’ checks; an image refuses to start on a bad variable with one sentence',
    why: 'A stack that starts with half its settings fails later, elsewhere.',
  },
} as const satisfies Record<string, Row>;

/** The name of a row, which specs, reports and filters use. */
export type RowId = keyof typeof ROWS;
