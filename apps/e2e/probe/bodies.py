"""Request and response bodies with a checksum."""

import hashlib
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.views.decorators.csrf import csrf_exempt

_MEGABYTE = 1024 * 1024
LARGE_MEGABYTES = 20


@csrf_exempt
def digest(request: HttpRequest) -> HttpResponse:
    """Return length and SHA-256 of the request body, which is read in pieces like an upload."""
    checksum = hashlib.sha256()
    length = 0
    while piece := request.read(64 * 1024):
        checksum.update(piece)
        length += len(piece)
    return JsonResponse({"method": request.method, "length": length, "sha256": checksum.hexdigest()})


def _megabytes() -> Iterator[bytes]:
    for number in range(LARGE_MEGABYTES):
        # Different content per megabyte, and the same in every run.
        yield hashlib.sha256(str(number).encode()).digest() * (_MEGABYTE // 32)


def large(request: HttpRequest) -> StreamingHttpResponse:
    """Send 20 MB; their SHA-256 is in the header `X-Probe-SHA256`."""
    checksum = hashlib.sha256()
    for piece in _megabytes():
        checksum.update(piece)
    response = StreamingHttpResponse(_megabytes(), content_type="application/octet-stream")
    response["Content-Length"] = str(LARGE_MEGABYTES * _MEGABYTE)
    response["X-Probe-SHA256"] = checksum.hexdigest()
    return response
