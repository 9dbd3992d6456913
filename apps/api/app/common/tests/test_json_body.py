"""Bodies that are no JSON, for ninja's views and for allauth's."""

import pytest

from app.common.tests.browser import Browser
from app.common.tests.problems import problem

pytestmark = [pytest.mark.django_db, pytest.mark.urls("app.common.tests.urls")]

ECHO = "/api/_test/ninja/echo"
ADDRESSES = pytest.mark.parametrize("path", [ECHO, "/api/auth/browser/v1/auth/login"])
NO_JSON = [
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


@ADDRESSES
@pytest.mark.parametrize("body", NO_JSON, ids=lambda body: repr(body[:16]))
def test_refuses_what_is_no_json(browser: Browser, path: str, body: bytes) -> None:
    assert "not JSON" in problem(browser.send_raw("POST", path, body), 400)["detail"]


@ADDRESSES
def test_refuses_what_is_not_declared_as_json(browser: Browser, path: str) -> None:
    problem(browser.send_raw("POST", path, b"{}", "text/plain"), 415)


def test_takes_brackets_in_a_text_for_what_they_are(browser: Browser) -> None:
    title = "[{" * 50
    assert browser.send("POST", ECHO, {"title": title}).json()["title"] == title


def test_takes_an_escaped_pair_as_the_one_character_that_it_is(browser: Browser) -> None:
    response = browser.send_raw("POST", ECHO, b'{"title": "\\ud83d\\ude00"}')
    assert response.json()["title"] == "😀"
