"""Responses byte by byte: what no framework sends, and what is left of one that fails on its way."""

from socket import SHUT_RDWR, socket

from django.http import Http404, HttpRequest, HttpResponse

# As Gunicorn says on every answer.
_OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
_CHUNKED = _OK + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
_HELLO = _OK + b"Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"
# Long enough to be compressed on its way.
_LONG = b'{"text": "' + b"word " * 400

_RESPONSES = {
    # Whole, though unusual.
    "hello": _HELLO,
    "trailers": _CHUNKED + b"Trailer: X-Sum\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: 1\r\nSet-Cookie: t=1\r\n\r\n",
    "early-hints": b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n" + _HELLO,
    "until-close": _OK + b"Content-Type: text/plain\r\n\r\nhello",
    # A body where none may be, and more than was promised: the rest must reach nobody.
    "204-with-body": b"HTTP/1.1 204 No Content\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
    "205-with-body": b"HTTP/1.1 205 Reset Content\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
    "304-with-body": b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
    "too-much": _HELLO + b" and " + _HELLO,
    "too-many-chunks": _CHUNKED + b"\r\n5\r\nhello\r\n0\r\n\r\n" + _HELLO,
    # Cut off.
    "short": _OK + b"Content-Type: text/plain\r\nContent-Length: 50\r\n\r\nhello",
    "cut-between-chunks": _CHUNKED + b"\r\n5\r\nhello\r\n",
    "cut-in-chunk": _CHUNKED + b"\r\n50\r\nhello",
    "cut-before-end": _CHUNKED + b"\r\n5\r\nhello\r\n0\r\n",
    "cut-long": _CHUNKED + b"\r\n%x\r\n" % len(_LONG) + _LONG + b"\r\n",
    # No response at all.
    "nothing": b"",
    "half-a-status": b"HTTP/1.1 20",
    "half-a-header": _OK + b"Content-Type: text/pl",
    "two-lengths": _OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "length-and-chunks": _CHUNKED + b"Content-Length: 5\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "unknown-coding": _OK + b"Transfer-Encoding: gzip\r\n\r\nhello",
    "public-and-broken": _OK
    + b"Cache-Control: public, max-age=60\r\nX-Field: a\0b\r\nContent-Length: 5\r\n\r\nhello",
    "nul-in-header": _OK + b"X-Field: a\0b\r\nContent-Length: 5\r\n\r\nhello",
}


def _send_alone(request: HttpRequest, data: bytes) -> HttpResponse:
    """Send bytes past Django and close, so that what Gunicorn would add goes nowhere."""
    connection: socket = request.META["gunicorn.socket"]
    connection.sendall(data)
    connection.shutdown(SHUT_RDWR)
    return HttpResponse()


def response(request: HttpRequest, name: str) -> HttpResponse:
    """Send one of the responses above."""
    if name not in _RESPONSES:
        raise Http404
    return _send_alone(request, _RESPONSES[name])


def header(request: HttpRequest, size: int) -> HttpResponse:
    """Send a response whose header has that many bytes in all, the empty line at its end included."""
    start, end = _OK + b"Content-Length: 5\r\nX-Field: ", b"\r\n\r\n"
    return _send_alone(request, start + b"x" * (size - len(start) - len(end)) + end + b"hello")
