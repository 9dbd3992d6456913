from socket import socketpair

import pytest

from config.refusals import leave_to_nginx


@pytest.mark.parametrize(
    ("status", "reason", "document"),
    [
        (400, "Bad Request", "/__e/refused"),
        (431, "Request Header Fields Too Large", "/__e/refused"),
        (501, "Not Implemented", "/__e/refused"),
        (500, "Internal Server Error", "/__e/failed"),
    ],
)
def test_the_response_names_an_error_document_and_nothing_of_the_request(
    status: int, reason: str, document: str
) -> None:
    server, client = socketpair()
    with server, client:
        leave_to_nginx(server, status, reason, "Invalid HTTP Header: 'X-Secret'")
        server.close()
        received = client.recv(4096).decode()
    assert received == (
        f"HTTP/1.1 {status} {reason}\r\nX-Accel-Redirect: {document}\r\n"
        "Content-Length: 0\r\nConnection: close\r\n\r\n"
    )
