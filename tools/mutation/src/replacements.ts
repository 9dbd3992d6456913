import { brief, finish, type Draft, type Mutant } from './mutant.ts';

/** A text that occurs once in the file, what replaces it, and the effect that a test has to notice. */
type Replacement = readonly [find: string, replace: string, effect: string];

/** Faults of Gunicorn's configuration. */
export const gunicornReplacements: readonly Replacement[] = [
  ['wsgi_app = "config.wsgi"', '', 'Gunicorn has no application.'],
  ['"[::]:8000"', '"[::1]:8000"', 'Nginx cannot connect.'],
  ['"[::]:8000"', '"[::]:8001"', 'Nginx connects to the wrong port.'],
  ['"0.0.0.0:8000"', '"127.0.0.1:8000"', 'Nginx cannot connect on a kernel without IPv6.'],
  ['socket.has_dualstack_ipv6()', 'True', 'Gunicorn does not start on a kernel without IPv6.'],
  ['socket.has_dualstack_ipv6()', 'False', 'Nginx cannot connect to an IPv6 address.'],
  ['worker_class = "gthread"', 'worker_class = "sync"', 'A worker serves one request at a time.'],
  ['workers = _environment.workers', 'workers = _environment.workers + 1', 'APP_WORKERS is not respected.'],
  ['workers = _environment.workers', 'workers = 1', 'APP_WORKERS is ignored.'],
  ['threads = _environment.threads', 'threads = _environment.threads + 1', 'APP_THREADS is not respected.'],
  ['threads = _environment.threads', 'threads = 1', 'APP_THREADS is ignored.'],
  ['connections = threads', 'connections = threads + 1', 'A worker accepts a connection that it cannot serve.'],
  ['connections = threads', 'connections = 1000', 'A busy worker accepts what an idle one could serve.'],
  ['preload_app = True', 'preload_app = False', 'Each worker loads the application itself.'],
  ['keepalive = 0', 'keepalive = 1', 'Connections stay open for a second.'],
  ['keepalive = 0', 'keepalive = 10', 'Connections stay open for ten seconds.'],
  ['timeout = 2 *', 'timeout = 1 *', 'A hung worker is killed at the limit of a single request.'],
  ['timeout = 2 *', 'timeout = 3 *', 'A hung worker is killed too late.'],
  ['_seconds + 5', '_seconds + 4', 'Running requests are cut off too early when the server stops.'],
  ['_seconds + 5', '_seconds + 6', 'The server stops too late.'],
  ['_environment.max_requests', '_environment.max_requests // 10', 'Workers are recycled too often.'],
  ['max_requests_jitter = max_requests', '', 'All workers are recycled at the same time.'],
  ['worker_tmp_dir = "/dev/shm"', 'worker_tmp_dir = "/tmp"', 'Heartbeat files are not where the stack expects them.'],
  ['worker_tmp_dir = "/dev/shm"', '', 'Heartbeat files are in the default folder.'],
  ['control_socket_disable = True', 'control_socket_disable = False', 'Gunicorn opens a control socket.'],
  ['limit_request_line = 8190', 'limit_request_line = 8189', 'Gunicorn refuses the longest line that Nginx accepts.'],
  ['limit_request_line = 8190', '', 'The default refuses lines that Nginx accepts.'],
  ['field_size = 8193', 'field_size = 8192', 'Gunicorn refuses the longest field that Nginx accepts.'],
  ['field_size = 8193', 'field_size = 8194', 'The limit is higher than needed.'],
  ['field_size = 8193', 'field_size = 81930', 'The limit is far higher than needed.'],
  ['util.write_error = leave_to_nginx', '', 'Clients get the HTML errors of Gunicorn.'],
  ['= _environment.forwarded_allow_ips', '= "*"', 'Gunicorn trusts forwarded headers of every peer.'],
  ['= _environment.forwarded_allow_ips', '= "127.0.0.1"', 'Gunicorn ignores the forwarded headers of Nginx.'],
  ['forwarder_headers = ""', '', 'A client can set SCRIPT_NAME.'],
  ['logconfig_dict = logging_config(', '_unused = logging_config(', 'Gunicorn does not log in JSON.'],
  ['_environment.environment != "production"', '_environment.environment == "production"', 'The log is not JSON.'],
];

/** Faults of the Django settings that concern the proxy. */
export const djangoReplacements: readonly Replacement[] = [
  ['*ENVIRONMENT.hosts,', '"*",', 'Django accepts every host.'],
  ['*ENVIRONMENT.hosts,', '', 'Django rejects the hosts of the deployment.'],
  ['if DEBUG else []', 'if True else []', 'Django accepts localhost in production.'],
  ['CSRF_COOKIE_SECURE = ENV', 'CSRF_COOKIE_SECURE = not ENV', 'Cookies have the wrong Secure flag.'],
  ['SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE', 'CSRF_COOKIE_SECURE', 'The session cookie is not Secure.'],
  ['SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE', 'SESSION_COOKIE_SECURE', 'The CSRF cookie is not Secure.'],
  ['CSRF_FAILURE_VIEW = "app.common.views.csrf_failure"', '', 'A CSRF failure is an HTML page.'],
  ['= ENVIRONMENT.max_body_bytes', '= ENVIRONMENT.max_body_bytes - 1', 'Django refuses the largest body.'],
  ['= ENVIRONMENT.max_body_bytes', '= ENVIRONMENT.max_body_bytes + 1', 'Django accepts a body above the limit.'],
  ['MAX_STREAMS = ENVIRONMENT.threads - 1', 'MAX_STREAMS = ENVIRONMENT.threads', 'Streams take every thread.'],
  ['MAX_STREAMS = ENVIRONMENT.threads - 1', 'MAX_STREAMS = 0', 'Every stream is refused.'],
  ['= FILE_UPLOAD_MAX_MEMORY_SIZE', '', 'Uploads fill the temporary folder.'],
  ['ALLAUTH_TRUSTED_PROXY_COUNT = 1', 'ALLAUTH_TRUSTED_PROXY_COUNT = 0', 'Rate limits count the address of Nginx.'],
  ['ALLAUTH_TRUSTED_PROXY_COUNT = 1', 'ALLAUTH_TRUSTED_PROXY_COUNT = 2', 'A client can forge its address.'],
  ['STATIC_URL = "/static/"', 'STATIC_URL = "/changed/"', 'Links to static files are wrong.'],
];

/**
 * The mutants of one file.
 *
 * @throws Error when a text does not occur exactly once
 */
export function replacementMutants(file: string, text: string, replacements: readonly Replacement[]): Mutant[] {
  const drafts = replacements.map(([find, replacement, effect]): Draft => {
    const start = text.indexOf(find);
    if (start < 0 || text.includes(find, start + 1)) {
      throw new Error(`"${find}" must occur exactly once in ${file}. Adapt tools/mutation/src/replacements.ts.`);
    }
    const detail = `with ${brief(replacement) || 'nothing'}`;
    const edits = [{ file, start, end: start + find.length, text: replacement }];
    return { file, subject: brief(find), operator: 'replaced', detail, effect, needsRestart: true, edits };
  });
  return finish(drafts, new Map([[file, text]]), () => file.split('/').at(-1) ?? file);
}
