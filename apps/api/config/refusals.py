"""The answer to a request that Gunicorn itself refuses."""

from http import HTTPStatus
from socket import socket


def leave_to_nginx(connection: socket, status: int, reason: str, _message: str) -> None:
    """Answer for Gunicorn, which has a page of its own: Nginx has the documents and the request's id.

    What Nginx lets through and Gunicorn does not take are control characters in a field, bytes outside
    ASCII in a target and methods of a strange length; and a view whose response has such a field.
    https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_ignore_headers (X-Accel-Redirect)
    """
    failed = status == HTTPStatus.INTERNAL_SERVER_ERROR
    lines = [
        f"HTTP/1.1 {status} {reason}",
        f"X-Accel-Redirect: /__e/{'failed' if failed else 'refused'}",
        "Content-Length: 0",
        "Connection: close",
    ]
    connection.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
