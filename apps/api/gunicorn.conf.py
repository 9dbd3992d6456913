"""Gunicorn's settings.

Every limit is equal to or above Nginx's, so that clients get Nginx's error documents.
https://gunicorn.org/reference/settings/
"""

import socket

from django.db import connection
from gunicorn import util

from app.common import request_id
from app.common.logs import logging_config
from config.databases import require_writable
from config.environment import load
from config.refusals import leave_to_nginx

_environment = load()
# Off by default, and then not loaded: docs/guides/observability.md.
if _environment.metrics:
    from config import metrics
if _environment.otlp_endpoint:
    from app.common import tracing

wsgi_app = "config.wsgi"
# All interfaces of the container, over IPv4 and, if the kernel has it, IPv6. Only Nginx can reach it through
# the network `back`. One socket for both, because a worker takes one connection per socket at a time and
# would exceed `worker_connections` with two.
bind = "[::]:8000" if socket.has_dualstack_ipv6() else "0.0.0.0:8000"

# Threads wait for the database and for slow clients; processes use the cores.
worker_class = "gthread"
workers = _environment.workers
threads = _environment.threads
# Limit connections to the number of threads. With gthread's default of 1000, a busy worker accepts
# connections that an idle worker could serve.
worker_connections = threads
# Load the application before the workers fork: an import error stops the start, and workers share memory.
preload_app = True

# Close every connection after its response. Otherwise Nginx can send a request to a worker that is about to
# exit, and the request is lost: https://github.com/benoitc/gunicorn/issues/3038
keepalive = 0

# Seconds without a heartbeat after which a worker is killed. Longer than any request, because a slow request
# is handled elsewhere: Nginx answers 504 at the request timeout, and the database cancels the statement.
timeout = 2 * _environment.request_timeout_seconds
# Finish running requests after SIGTERM. The stop grace period in compose.yaml is longer.
graceful_timeout = _environment.request_timeout_seconds + 5

# Requests after which a worker is recycled, which limits the effect of memory leaks. The jitter keeps workers
# from restarting at the same time.
max_requests = _environment.max_requests
max_requests_jitter = max_requests

# Heartbeat files in memory. The root is read-only, and a slow disk could make a worker look hung.
worker_tmp_dir = "/dev/shm"  # noqa: S108 - only this container uses it, and Gunicorn creates random names
# The control socket is not used, and the read-only root has no place for it.
control_socket_disable = True

# Nginx accepts lines of 8 kB including the line ending, and may add a space before an empty header value. The
# default for the number of headers, 100, is above Nginx's limit.
limit_request_line = 8190
limit_request_field_size = 8193
# Gunicorn has no setting for the response to a request it rejects.
util.write_error = leave_to_nginx

forwarded_allow_ips = _environment.forwarded_allow_ips
# Ignore SCRIPT_NAME and PATH_INFO headers from the client.
forwarder_headers = ""

# Django and Gunicorn log in one format. Django configures both at start, but Gunicorn would restore its own
# logging at a reload (HUP).
logconfig_dict = logging_config(
    level=_environment.log_level, readable=_environment.environment != "production"
)


def on_starting(_server: object) -> None:
    """Stop instead of answering every request with an error that a restart cannot repair."""
    require_writable(connection.settings_dict)
    if _environment.metrics:
        metrics.start()


def pre_fork(server: object, worker: object) -> None:
    if _environment.metrics:
        metrics.number(server, worker)


def post_fork(_server: object, worker: object) -> None:
    if _environment.metrics:
        metrics.use_number(worker)
    if _environment.otlp_endpoint:
        tracing.start()


def post_request(_worker: object, _request: object, _environ: object, _response: object) -> None:
    """Reset the request id of the thread, so that a later log line about an unreadable request has none."""
    request_id.forget()
