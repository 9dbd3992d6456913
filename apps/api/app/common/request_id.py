"""The one id that a request has in Nginx's log, in ours, in its answer and in each problem."""

import re
import uuid

import structlog
from django.http import HttpRequest

_NGINX_ID = re.compile(r"[0-9a-f]{32}")


def choose(request: HttpRequest) -> str:
    """Nginx's id, which replaces whatever a client sent; a new one where there is no Nginx."""
    given = request.headers.get("X-Request-ID", "")
    return given if _NGINX_ID.fullmatch(given) else uuid.uuid4().hex


def bind(request_id: str) -> None:
    """Give every log line of this thread the id, until the next request begins."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id)


def forget() -> None:
    """The request is over: what this thread logs from now on is about another, whose id it may never read."""
    structlog.contextvars.clear_contextvars()


def current() -> str:
    """The id of the request that this thread is answering; empty outside of one."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))
