from typing import Any

import pytest

from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem, rejected_fields

pytestmark = [pytest.mark.django_db, pytest.mark.urls("app.common.tests.urls")]

ECHO = "/api/_test/ninja/echo"
# Ninja's views and allauth's have different parsers.
BOTH_PARSERS = pytest.mark.parametrize("path", [ECHO, "/api/auth/browser/v1/auth/login"])
INVALID = [
    b"{",
    b'{"title": "Milk",}',
    b"title=Milk",
    b'{"title": NaN}',
    b'{"title": Infinity}',
    b'{"title": "\xff"}',
    b'{"title": "\\ud800"}',
    b'{"\\udfff": "Milk"}',
    b'{"title": "a\nb"}',
    b'{"version": ' + b"9" * 5000 + b"}",
    b"[" * 200_000,
    b"[" * 33 + b"]" * 33,
    b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    b"\xef\xbb\xbf{}",
    b"\0",
]


@BOTH_PARSERS
@pytest.mark.parametrize("body", INVALID, ids=lambda body: repr(body[:16]))
def test_invalid_json_is_rejected(anonymous: ApiClient, path: str, body: bytes) -> None:
    problem = assert_problem(anonymous.send_raw("POST", path, body), 400)
    assert problem["detail"] == "The request body is not valid JSON."


@BOTH_PARSERS
@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data; boundary=x", ""])
def test_a_body_of_another_content_type_is_rejected(
    anonymous: ApiClient, path: str, content_type: str
) -> None:
    assert_problem(anonymous.send_raw("POST", path, b"{}", content_type), 415)


def test_a_content_type_with_a_charset_is_accepted(anonymous: ApiClient) -> None:
    response = anonymous.send_raw("POST", ECHO, b'{"title": "Milk"}', "application/json; charset=utf-8")
    assert response.json()["title"] == "Milk"


def test_an_empty_body_is_rejected_as_invalid_json(anonymous: ApiClient) -> None:
    problem = assert_problem(anonymous.send("POST", ECHO), 400)
    assert problem["detail"] == "The request body is not valid JSON."
    assert "errors" not in problem


@pytest.mark.parametrize("payload", [[], "text", 5, True])
def test_json_that_is_not_an_object_is_rejected(anonymous: ApiClient, payload: Any) -> None:
    assert rejected_fields(anonymous.send("POST", ECHO, payload)).keys() == {"body"}


def test_brackets_inside_strings_do_not_count_as_nesting(anonymous: ApiClient) -> None:
    title = "[{" * 50
    assert anonymous.send("POST", ECHO, {"title": title}).json()["title"] == title


def test_an_escaped_surrogate_pair_is_one_character(anonymous: ApiClient) -> None:
    response = anonymous.send_raw("POST", ECHO, b'{"title": "\\ud83d\\ude00"}')
    assert response.json()["title"] == "😀"
