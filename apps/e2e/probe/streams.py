"""Views that take their time."""

import time
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse

from probe import marks

_PATIENCE_SECONDS = 10
_PAUSE_SECONDS = 0.02
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


def _until_gone(name: str) -> Iterator[bytes]:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    marks.leave(f"{name}-begun")
    try:
        while time.monotonic() < deadline:
            yield b"still here\n"
            time.sleep(_PAUSE_SECONDS)
    except GeneratorExit:
        # Gunicorn closes what it can't hand on; a generator that ends by itself hears of nothing.
        marks.leave(f"{name}-gone")
        raise


def until_gone(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """Leave the mark `<name>-begun`, send small pieces, and leave `<name>-gone` when nobody takes them.

    With `?unbuffered` the proxy is asked to keep nothing back.
    """
    response = StreamingHttpResponse(_until_gone(name), content_type="text/plain")
    if "unbuffered" in request.GET:
        response["X-Accel-Buffering"] = "no"
    return response


def _broken(pieces: int) -> Iterator[bytes]:
    for _ in range(pieces):
        yield b"x" * 1024
    raise RuntimeError("the probe failed in the middle, as it was told to")


def broken(request: HttpRequest, pieces: int) -> StreamingHttpResponse:
    """Send that many kilobytes of a body and fail; with `?length` the header promises one more."""
    response = StreamingHttpResponse(_broken(pieces), content_type="text/plain")
    if "length" in request.GET:
        response["Content-Length"] = str((pieces + 1) * 1024)
    return response
