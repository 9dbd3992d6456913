import json
import logging
import re
from typing import Any

import pytest
from django.test import Client

from app.common.logs import logging_config

NGINX_ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    """Return a function that returns the log so far, in the format of production."""
    config = logging_config(level="INFO", readable=False)
    options = dict(config["formatters"]["lines"])
    formatter: logging.Formatter = options.pop("()")(**options)
    caplog.set_level(logging.INFO)

    def read() -> list[dict[str, Any]]:
        return [json.loads(formatter.format(record)) for record in caplog.records]

    return read


def test_the_request_id_of_nginx_is_used() -> None:
    response = Client().get("/api/livez", headers={"X-Request-ID": NGINX_ID})
    assert response["X-Request-ID"] == NGINX_ID
    assert response.json()["request_id"] == NGINX_ID


@pytest.mark.parametrize("given", ["", "short", NGINX_ID.upper(), NGINX_ID + "0", '{"forged": "line"}'])
def test_a_missing_or_invalid_request_id_is_replaced(given: str) -> None:
    first, second = (Client().get("/api/livez", headers={"X-Request-ID": given}) for _ in range(2))
    assert re.fullmatch(r"[0-9a-f]{32}", first["X-Request-ID"])
    assert first["X-Request-ID"] not in {given, second["X-Request-ID"]}


def test_each_request_is_logged_in_one_line_without_its_query(lines: Any) -> None:
    Client().get("/api/nothing?token=s3cret", headers={"X-Request-ID": NGINX_ID})
    (line,) = lines()
    assert line | {"duration_ms": 0, "timestamp": ""} == {
        "event": "request",
        "logger": "app.request",
        "level": "info",
        "method": "GET",
        "path": "/api/nothing",
        "status": 404,
        "duration_ms": 0,
        "user_id": None,
        "request_id": NGINX_ID,
        "timestamp": "",
    }


def test_a_traceback_has_the_request_id_and_no_local_variables(lines: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("config.openapi.text", lambda: 1 / 0)
        Client(raise_request_exception=False).get("/api/openapi.json", headers={"X-Request-ID": NGINX_ID})
    error = next(line for line in lines() if line["level"] == "error")
    assert error["request_id"] == NGINX_ID
    assert "ZeroDivisionError" in error["exception"]
    assert "locals" not in error["exception"]


def test_an_invalid_host_is_logged_without_a_traceback(lines: Any) -> None:
    Client().get("/api/system", headers={"host": "evil.example"})
    line = next(line for line in lines() if line["logger"].startswith("django.security"))
    assert "evil.example" in line["event"]
    assert "exception" not in line
