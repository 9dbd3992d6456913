"""Gunicorn's settings. Every limit is at or above Nginx's, so that a client meets Nginx's answers."""

from gunicorn import util

from app.common import request_id
from app.common.logs import logging_config
from config.environment import load
from config.refusals import leave_to_nginx

_environment = load()

wsgi_app = "config.wsgi"
# The container's own network; only Nginx is in it.
bind = "0.0.0.0:8000"

# Threads wait for the database and for slow readers; processes use the cores.
worker_class = "gthread"
workers = _environment.workers
threads = _environment.threads
# A worker takes no more connections than it has threads: what it took beyond that would wait behind its
# slow views while the other worker is idle. (gthread's default is 1000.)
worker_connections = threads
# The application is loaded once, before the workers fork: a fault stops the start, and memory is shared.
preload_app = True

# No connection outlives its request. Nginx would send the next one into a worker that is just leaving,
# and the request would be lost (benoitc/gunicorn #3038).
keepalive = 0

# A worker thread can't be stopped from outside: Nginx answers 504 at the limit, the database ends its
# statement. This is for a process that hangs as a whole, so that it is above every single request.
timeout = 2 * _environment.request_timeout_seconds
# Whoever is being answered at SIGTERM still gets the answer. The container's stop grace is above it.
graceful_timeout = _environment.request_timeout_seconds + 5

# A leak in a library never gets far. Up to as many again, by chance: so the workers don't leave together.
max_requests = _environment.max_requests
max_requests_jitter = max_requests

# The heartbeat files: in memory, since a slow disk would look like a hung worker, and the root is read-only.
worker_tmp_dir = "/dev/shm"  # noqa: S108 - the container's own, and Gunicorn makes names that can't be guessed
# It would need a place to write, and nobody uses it.
control_socket_disable = True

# Nginx allows 8 kB for a line with its end, and puts a space before a value that has none. Gunicorn allows
# more fields (100).
limit_request_line = 8190
limit_request_field_size = 8193
# There is no setting for what is answered to a request that Gunicorn refuses.
util.write_error = leave_to_nginx

forwarded_allow_ips = _environment.forwarded_allow_ips
# Nobody in front renames the application's root: no header may.
forwarder_headers = ""

# One format for both programs. Once it is loaded, Django says it to both, but at a reload (HUP) Gunicorn
# would add its own.
logconfig_dict = logging_config(
    level=_environment.log_level, readable=_environment.environment != "production"
)


def post_request(_worker: object, _request: object, _environ: object, _response: object) -> None:
    """Run in the thread that answered. Else the line about a request that can't be read had the last id."""
    request_id.forget()
