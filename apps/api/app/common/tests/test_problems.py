import json
import logging

import pytest
from django.test import Client
from pytest_django import Settings

from app.common.tests.browser import Browser
from app.common.tests.problems import problem
from app.common.tests.urls import SECRET_WORDS

pytestmark = pytest.mark.urls("app.common.tests.urls")


@pytest.fixture
def visitor() -> Client:
    return Browser(raise_request_exception=False)


@pytest.mark.parametrize("path", ["/api/nothing", "/api/", "/api", "/api/livez/"])
def test_answers_an_unknown_address_under_api_with_a_problem(visitor: Client, path: str) -> None:
    problem(visitor.get(path), 404)


def test_answers_an_unknown_address_with_a_problem_in_development_too(
    visitor: Client, settings: Settings
) -> None:
    settings.DEBUG = True
    problem(visitor.get("/api/nothing"), 404)


def test_says_which_methods_an_address_has(visitor: Client) -> None:
    response = visitor.patch("/api/livez")
    problem(response, 405)
    assert response["Allow"] == "GET"


@pytest.mark.parametrize(("path", "status"), [("fail", 500), ("forbid", 403), ("suspect", 400)])
@pytest.mark.parametrize("debug", [True, False])
def test_turns_what_a_view_raises_into_a_problem_without_its_words(
    visitor: Client, settings: Settings, path: str, status: int, *, debug: bool
) -> None:
    settings.DEBUG = debug
    response = visitor.get(f"/api/_test/{path}")
    problem(response, status)
    assert SECRET_WORDS.encode() not in response.content


def test_writes_the_traceback_of_an_unhandled_exception_to_the_log(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.get("/api/_test/fail")
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.exc_info
    assert str(record.exc_info[1]) == SECRET_WORDS


def test_keeps_what_an_error_page_says_in_its_headers(visitor: Client) -> None:
    response = visitor.get("/api/_test/page")
    problem(response, 503)
    assert response["Retry-After"] == "7"


def test_leaves_error_pages_outside_of_the_api_as_they_are(visitor: Client) -> None:
    assert visitor.get("/test/page").content == b"<h1>busy</h1>"


def test_refuses_a_host_that_is_not_allowed(visitor: Client) -> None:
    problem(visitor.get("/api/system", headers={"host": "evil.example"}), 400)


def test_takes_a_body_up_to_the_limit(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = Client().post("/api/_test/read", b"x" * 1000, content_type="text/plain")
    assert response.content == b"1000"


@pytest.mark.parametrize(
    "path", ["/api/_test/read", "/api/_test/ninja/echo", "/api/auth/browser/v1/auth/login"]
)
def test_refuses_a_body_one_byte_over_the_limit(settings: Settings, path: str) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = Browser().send_raw("POST", path, json.dumps("x" * 999).encode())
    problem(response, 413)


def test_answers_head_as_get_without_its_body(visitor: Client) -> None:
    response = visitor.head("/api/livez")
    assert response.status_code == 200
    assert response.content == b""
    assert response["Content-Length"] == visitor.get("/api/livez")["Content-Length"]
    assert visitor.head("/api/nothing").status_code == 404


@pytest.mark.django_db
def test_answers_head_for_ninjas_addresses_too(visitor: Client) -> None:
    response = visitor.head("/api/readyz")
    assert (response.status_code, response.content) == (200, b"")
    assert int(response["Content-Length"]) > 0
