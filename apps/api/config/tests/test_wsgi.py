"""What the server's own entry point adds to Django."""

from io import BytesIO
from typing import Any

import pytest
from django.test import RequestFactory

from config.wsgi import application


def answer_to(body: BytesIO, length: int) -> str:
    """The status of the answer to a POST that no view takes."""
    request = RequestFactory().post("/api/nothing", content_type="application/json")
    statuses: list[str] = []

    def start_response(status: str, *_: Any) -> Any:
        statuses.append(status)

    _ = b"".join(
        application({**request.environ, "wsgi.input": body, "CONTENT_LENGTH": str(length)}, start_response)
    )
    return statuses[0]


@pytest.mark.django_db
def test_the_rest_of_a_body_is_taken_before_the_answer_is_given() -> None:
    """Closing a connection on which bytes wait would reset it, and lose the answer."""
    body = BytesIO(b"x" * 200_000)

    assert answer_to(body, 200_000) == "404 Not Found"
    assert body.tell() == 200_000


@pytest.mark.django_db
def test_a_client_that_is_gone_is_no_error() -> None:
    class Gone(BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise ConnectionResetError

    assert answer_to(Gone(), 10) == "404 Not Found"
