from io import BytesIO
from typing import Any

import pytest
from django.test import RequestFactory

from config.wsgi import application

pytestmark = pytest.mark.django_db


def post(body: BytesIO, length: int) -> str:
    """Send the body to a path that does not exist, and return the status."""
    request = RequestFactory().post("/api/nothing", content_type="application/json")
    environ = {**request.environ, "wsgi.input": body, "CONTENT_LENGTH": str(length)}
    statuses: list[str] = []

    def start_response(status: str, *_: Any) -> Any:
        statuses.append(status)

    _ = b"".join(application(environ, start_response))
    return statuses[0]


def test_the_rest_of_the_body_is_read_before_the_response() -> None:
    body = BytesIO(b"x" * 200_000)
    assert post(body, 200_000) == "404 Not Found"
    assert body.tell() == 200_000


def test_a_client_that_disconnects_is_not_an_error() -> None:
    class Disconnected(BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise ConnectionResetError

    assert post(Disconnected(), 10) == "404 Not Found"
