"""Views that take their time."""

import time
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse

from probe import marks

_PATIENCE_SECONDS = 10
_MEGABYTE = 1024 * 1024


def slow(request: HttpRequest, seconds: int) -> HttpResponse:
    """Answer after the given time."""
    time.sleep(seconds)
    return JsonResponse({"slept": seconds})


def _two_pieces(name: str) -> Iterator[bytes]:
    yield b"first\n"
    released = marks.wait_for(f"{name}-go-on", _PATIENCE_SECONDS)
    yield b"second\n" if released else b"nobody let me go on\n"


def stream(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """Send two pieces, the second when the mark `<name>-go-on` is left; the proxy passes each on at once."""
    response = StreamingHttpResponse(_two_pieces(name), content_type="text/plain")
    response["X-Accel-Buffering"] = "no"
    return response


def _flood(megabytes: int, name: str) -> Iterator[bytes]:
    for _ in range(megabytes):
        yield bytes(_MEGABYTE)
    # Gunicorn asks for more only after it could hand on what it had.
    marks.leave(name)


def flood(request: HttpRequest, megabytes: int, name: str) -> StreamingHttpResponse:
    """Send that many megabytes, and leave the mark `name` when all were handed on.

    With `?unbuffered` the proxy is asked to keep nothing back.
    """
    response = StreamingHttpResponse(_flood(megabytes, name), content_type="application/octet-stream")
    if "unbuffered" in request.GET:
        response["X-Accel-Buffering"] = "no"
    return response
