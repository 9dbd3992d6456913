import json
import logging

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem
from app.common.tests.urls import SECRET

pytestmark = pytest.mark.urls("app.common.tests.urls")
ECHO = "/api/_test/ninja/echo"


@pytest.fixture
def visitor() -> ApiClient:
    return ApiClient(raise_request_exception=False)


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize(
    "path",
    [
        "/api/nothing",
        "/api/",
        "/api",
        "/api/livez/",
        # Nginx normalizes a path before it selects a location, but passes it on as it was sent.
        "//api/livez",
        "///api//livez",
        "/./api/livez",
        "/x/../api/livez",
    ],
)
def test_an_unknown_path_under_api_is_a_problem(
    visitor: Client, settings: Settings, path: str, *, debug: bool
) -> None:
    settings.DEBUG = debug
    assert_problem(visitor.get("/", PATH_INFO=path), 404)


def test_a_wrong_method_is_a_problem_that_lists_the_allowed_methods(visitor: Client) -> None:
    response = visitor.patch("/api/livez")
    assert_problem(response, 405)
    assert response["Allow"] == "GET"


@pytest.mark.parametrize(("path", "status"), [("fail", 500), ("forbid", 403), ("suspect", 400)])
@pytest.mark.parametrize("debug", [True, False])
def test_an_exception_is_a_problem_without_the_message_of_the_exception(
    visitor: Client, settings: Settings, path: str, status: int, *, debug: bool
) -> None:
    settings.DEBUG = debug
    response = visitor.get(f"/api/_test/{path}")
    assert_problem(response, status)
    assert SECRET.encode() not in response.content


def test_an_unhandled_exception_is_logged_with_its_traceback(
    visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.get("/api/_test/fail")
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.exc_info
    assert str(record.exc_info[1]) == SECRET


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("payload", "message"),
    [
        ({}, "This field is required."),
        ({"title": ""}, "This field is required."),
        ({"title": "x" * 101}, "Enter at most 100 characters."),
    ],
)
def test_field_errors_have_messages_for_users(
    visitor: ApiClient, payload: dict[str, str], message: str
) -> None:
    problem = assert_problem(visitor.send("POST", ECHO, payload), 422)
    assert [(error["field"], error["message"]) for error in problem["errors"]] == [("title", message)]


@pytest.mark.django_db
def test_an_operation_accepts_the_text_of_a_type_that_json_does_not_have(visitor: ApiClient) -> None:
    payload = {"title": "a", "id": "6f2b8f0e-9d3c-4a57-8c1e-0d9b5a3f7e21"}
    assert visitor.send("POST", ECHO, payload).json() == payload
    assert_problem(visitor.send("POST", ECHO, {**payload, "id": 5}), 422)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["protected", "restricted"])
def test_deleting_an_object_that_is_still_in_use_is_a_conflict(visitor: ApiClient, path: str) -> None:
    problem = assert_problem(visitor.send("DELETE", f"/api/_test/ninja/{path}"), 409)
    assert problem["type"] == "urn:problem-type:app:in-use"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["unique", "referred"])
@pytest.mark.parametrize("prefix", ["/api/_test", "/api/_test/ninja"])
def test_a_change_that_loses_a_race_for_a_constraint_is_a_conflict(
    visitor: ApiClient, prefix: str, path: str
) -> None:
    problem = assert_problem(visitor.get(f"{prefix}/race/{path}"), 409)
    assert problem["detail"] == "Another change was saved first. Check the values and try again."


@pytest.mark.django_db
def test_a_missing_value_is_an_error_of_the_server_and_not_a_conflict(visitor: ApiClient) -> None:
    assert_problem(visitor.get("/api/_test/race/null"), 500)


@pytest.mark.parametrize("how", ["down", "session"])
def test_a_database_that_cannot_be_used_is_a_503_and_the_client_may_try_again(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    def save(*_args: object, **_options: object) -> None:
        raise OperationalError(SECRET)

    monkeypatch.setattr(SessionStore, "save", save)
    api, page = (visitor.get(f"{prefix}/database/{how}") for prefix in ("/api/_test", "/test"))
    problem = assert_problem(api, 503)
    assert page.content.decode() == problem["detail"]
    assert SECRET not in problem["detail"]
    assert [response.get("Retry-After") for response in (api, page)] == ["5", "5"]
    # A browser loads the page again, but not after a form was sent.
    refresh = [response.get("Refresh") for response in (api, page, visitor.post(f"/test/database/{how}"))]
    assert refresh == [None, "5", None]


@pytest.mark.django_db
def test_a_mistake_in_a_statement_is_an_error_of_the_server(visitor: Client) -> None:
    assert_problem(visitor.get("/api/_test/database/mistake"), 500)
    assert visitor.get("/test/fail").status_code == 500


def test_a_problem_keeps_the_headers_of_the_error_page_that_it_replaces(visitor: Client) -> None:
    response = visitor.get("/api/_test/page")
    assert_problem(response, 503)
    assert response["Retry-After"] == "7"


def test_error_pages_outside_the_api_are_not_replaced(visitor: Client) -> None:
    assert visitor.get("/test/page").content == b"<h1>busy</h1>"


def test_a_host_that_is_not_allowed_is_a_problem(visitor: Client) -> None:
    assert_problem(visitor.get("/api/system", headers={"host": "evil.example"}), 400)


def test_a_body_of_exactly_the_limit_is_accepted(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = Client().post("/api/_test/read", b"x" * 1000, content_type="text/plain")
    assert response.content == b"1000"


@pytest.mark.parametrize("path", ["/api/_test/read", ECHO, "/api/auth/browser/v1/auth/login"])
def test_a_body_one_byte_over_the_limit_is_rejected(settings: Settings, path: str) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = ApiClient().send_raw("POST", path, json.dumps("x" * 999).encode())
    assert_problem(response, 413)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/livez", "/api/readyz"])
def test_head_returns_the_headers_of_get_without_a_body(visitor: Client, path: str) -> None:
    response = visitor.head(path)
    assert (response.status_code, response.content) == (200, b"")
    assert int(response["Content-Length"]) > 0
    assert visitor.head("/api/nothing").status_code == 404


@pytest.mark.parametrize("prefix", ["/api/_test", "/test"])
def test_unbuffered_streams_leave_a_thread_free(visitor: Client, settings: Settings, prefix: str) -> None:
    for _ in range(2):
        open_streams = [visitor.get(f"{prefix}/stream/{value}") for value in ("no", "No", "no")]
        assert len(open_streams) == settings.MAX_STREAMS
        assert_problem(refused := visitor.get(f"{prefix}/stream/no"), 503)
        assert refused["Retry-After"] == "5"
        # Nginx buffers a stream without this value, so that it holds no thread.
        assert visitor.get(f"{prefix}/stream/yes").getvalue() == b"event"
        assert visitor.get("/api/livez").status_code == 200
        assert [stream.getvalue() for stream in open_streams] == [b"event"] * len(open_streams)
