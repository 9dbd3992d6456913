"""Views that take their time."""

import time
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse

from probe import marks

_PATIENCE_SECONDS = 10


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
