"""The id that Nginx and Django log for a request and send in its response."""

import re
import uuid

import structlog
from django.http import HttpRequest

_NGINX_ID = re.compile(r"[0-9a-f]{32}")


def choose(request: HttpRequest) -> str:
    """Return the id from Nginx, which overwrites the client's header, or a new one without Nginx."""
    given = request.headers.get("X-Request-ID", "")
    return given if _NGINX_ID.fullmatch(given) else uuid.uuid4().hex


def bind(request_id: str) -> None:
    """Add the id to every log line of this thread until `forget` or the next `bind`."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id)


def forget() -> None:
    structlog.contextvars.clear_contextvars()


def current() -> str:
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))
