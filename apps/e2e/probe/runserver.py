"""Django's development server keeps no raw target as Gunicorn does: the echo could not show it."""

from typing import Any

from django.core.servers.basehttp import WSGIRequestHandler


def keep_raw_uri() -> None:
    """Have `runserver` put the request line's own target into the environ, as RAW_URI."""
    get_environ = WSGIRequestHandler.get_environ

    def get_environ_with_raw_uri(handler: WSGIRequestHandler) -> dict[str, Any]:
        # Not `handler.path`, in which Python has made one slash of several at the start.
        _, raw_uri, _ = handler.requestline.split(" ", 2)
        return {**get_environ(handler), "RAW_URI": raw_uri}

    WSGIRequestHandler.get_environ = get_environ_with_raw_uri
