"""The WSGI application that Gunicorn serves. Production settings, unless the environment says otherwise."""

import os
from collections.abc import Iterable
from contextlib import suppress
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_PIECE_BYTES = 64 * 1024

django = get_wsgi_application()

# Django imports the views at the first request. Gunicorn forks after this module is loaded: done here, no
# worker does it again, and a recycled one answers its first request as fast as its second.
_ = get_resolver().url_patterns


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Django's answer, given when the request's body has been taken to its end.

    A view may refuse a request without a look at its body. Gunicorn would then close a connection on which
    bytes are waiting, which resets it while Nginx still writes: the client gets 502 instead of the refusal.
    https://www.rfc-editor.org/rfc/rfc9112#section-9.6
    """
    response = django(environ, start_response)
    body = environ["wsgi.input"]
    # Who sent it may be gone.
    with suppress(OSError):
        while body.read(_PIECE_BYTES):
            pass
    return response
