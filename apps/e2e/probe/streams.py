"""Slow and streamed responses."""

import time
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse

from probe import marks

_TIMEOUT_SECONDS = 10
_PAUSE_SECONDS = 0.02
_MEGABYTE = 1024 * 1024


def slow(request: HttpRequest, seconds: int) -> HttpResponse:
    """Return after this many seconds."""
    time.sleep(seconds)
    return JsonResponse({"slept": seconds})


def _two_pieces(name: str) -> Iterator[bytes]:
    yield b"first\n"
    released = marks.wait_for(f"{name}-go-on", _TIMEOUT_SECONDS)
    yield b"second\n" if released else b"timeout\n"


def stream(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """Send two unbuffered pieces, the second when the mark `<name>-go-on` is set."""
    response = StreamingHttpResponse(_two_pieces(name), content_type="text/plain")
    response["X-Accel-Buffering"] = "no"
    return response


def _flood(megabytes: int, name: str) -> Iterator[bytes]:
    for _ in range(megabytes):
        yield bytes(_MEGABYTE)
    # Gunicorn reads the next piece when it has sent the previous one.
    marks.set_mark(name)


def flood(request: HttpRequest, megabytes: int, name: str) -> StreamingHttpResponse:
    """Send this many megabytes, and set the mark `name` when all are sent.

    `?unbuffered` disables Nginx's buffering.
    """
    response = StreamingHttpResponse(_flood(megabytes, name), content_type="application/octet-stream")
    if "unbuffered" in request.GET:
        response["X-Accel-Buffering"] = "no"
    return response


def _until_gone(name: str) -> Iterator[bytes]:
    deadline = time.monotonic() + _TIMEOUT_SECONDS
    marks.set_mark(f"{name}-begun")
    try:
        while time.monotonic() < deadline:
            yield b"still here\n"
            time.sleep(_PAUSE_SECONDS)
    except GeneratorExit:
        # Gunicorn closes the generator when it cannot send a piece.
        marks.set_mark(f"{name}-gone")
        raise


def until_gone(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """Set the mark `<name>-begun`, send small pieces, and set `<name>-gone` when the client disconnects."""
    return StreamingHttpResponse(_until_gone(name), content_type="text/plain")


def _broken(pieces: int) -> Iterator[bytes]:
    for _ in range(pieces):
        yield b"x" * 1024
    raise RuntimeError("raised by the probe in the middle of a response")


def broken(request: HttpRequest, pieces: int) -> StreamingHttpResponse:
    """Send this many kilobytes and raise. With `?length`, Content-Length is one kilobyte more."""
    response = StreamingHttpResponse(_broken(pieces), content_type="text/plain")
    if "length" in request.GET:
        response["Content-Length"] = str((pieces + 1) * 1024)
    return response
