"""Responses as raw bytes: invalid ones that no framework sends, and truncated ones."""

from socket import SHUT_RDWR, socket

from django.http import Http404, HttpRequest, HttpResponse

# Gunicorn sends Connection: close with every response.
_OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
_CHUNKED = _OK + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
_HELLO = _OK + b"Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"
# Long enough to be compressed.
_LONG = b'{"text": "' + b"word " * 400

_RESPONSES = {
    # Valid but unusual.
    "trailers": _CHUNKED + b"Trailer: X-Sum\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: 1\r\nSet-Cookie: t=1\r\n\r\n",
    "early-hints": b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n" + _HELLO,
    "until-close": _OK + b"Content-Type: text/plain\r\n\r\nhello",
    # A body where none is allowed, and bytes behind the response.
    "204-with-body": b"HTTP/1.1 204 No Content\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
    "205-with-body": b"HTTP/1.1 205 Reset Content\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
    "304-with-body": b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello",
    "too-much": _HELLO + b" and " + _HELLO,
    "too-many-chunks": _CHUNKED + b"\r\n5\r\nhello\r\n0\r\n\r\n" + _HELLO,
    # Truncated bodies.
    "short": _OK + b"Content-Type: text/plain\r\nContent-Length: 50\r\n\r\nhello",
    "cut-between-chunks": _CHUNKED + b"\r\n5\r\nhello\r\n",
    "cut-in-chunk": _CHUNKED + b"\r\n50\r\nhello",
    "cut-before-end": _CHUNKED + b"\r\n5\r\nhello\r\n0\r\n",
    "cut-long": _CHUNKED + b"\r\n%x\r\n" % len(_LONG) + _LONG + b"\r\n",
    # Invalid responses.
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


def _send_raw(request: HttpRequest, data: bytes) -> HttpResponse:
    """Send bytes directly on the socket and close it, so that nothing from Gunicorn follows."""
    connection: socket = request.META["gunicorn.socket"]
    connection.sendall(data)
    connection.shutdown(SHUT_RDWR)
    return HttpResponse()


def response(request: HttpRequest, name: str) -> HttpResponse:
    """Send the response with this name."""
    if name not in _RESPONSES:
        raise Http404
    return _send_raw(request, _RESPONSES[name])
