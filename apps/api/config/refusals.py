from http import HTTPStatus
from socket import socket


def leave_to_nginx(connection: socket, status: int, reason: str, _message: str) -> None:
    """Replace Gunicorn's error page: Nginx responds with its own error document and the request id.

    Gunicorn rejects a few requests that Nginx accepts: control characters in a header, bytes outside ASCII
    in the path, unusual lengths of the method. It also fails if a view sets an invalid header.
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
