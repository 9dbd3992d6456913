import os
from collections.abc import Iterable
from contextlib import suppress
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.urls import get_resolver

from config.databases import limit_statements
from config.environment import load

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_CHUNK_BYTES = 64 * 1024

django = get_wsgi_application()

# The connections of all threads read the same dictionary.
limit_statements(connection.settings_dict, request_timeout_seconds=load().request_timeout_seconds)

# Import the views before Gunicorn forks. Django would import them in each worker at its first request.
_ = get_resolver().url_patterns


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Return Django's response after reading the rest of the request body.

    A view may reject a request without reading its body. If Gunicorn then closed the connection with unread
    bytes, it would be reset while Nginx still sends, and the client would get a 502 instead of the response.
    https://www.rfc-editor.org/rfc/rfc9112#section-9.6
    """
    response = django(environ, start_response)
    body = environ["wsgi.input"]
    # The client may have disconnected.
    with suppress(OSError):
        while body.read(_CHUNK_BYTES):
            pass
    return response
