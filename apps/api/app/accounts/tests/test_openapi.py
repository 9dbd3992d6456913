"""The responses that the OpenAPI document describes for allauth's operations."""

from typing import Any

import pytest

from app.accounts import openapi
from app.common.problems import MEDIA_TYPE

JSON = "application/json"
PATHS: dict[str, dict[str, Any]] = openapi.specification()["paths"]
OPERATIONS = [
    pytest.param(path, method, operation, id=operation["operationId"])
    for path, item in PATHS.items()
    for method, operation in item.items()
]


def test_no_alternatives_exclude_each_other() -> None:
    assert "oneOf" not in str(openapi.specification())


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_every_kind_of_response_is_described(path: str, method: str, operation: dict[str, Any]) -> None:
    types = {status: {*response.get("content", {})} for status, response in operation["responses"].items()}
    problems = {status for status, found in types.items() if MEDIA_TYPE in found}
    is_session = path.endswith("/auth/session")
    has_body = "requestBody" in operation
    assert ("412" in problems) is not is_session
    assert problems >= {"403", "429"} or method == "get"
    assert (types.get("400") == {JSON, MEDIA_TYPE} and "415" in problems) or not has_body
    assert any(status.startswith("2") for status in types) or (is_session and method == "delete")
    assert "401" in types or "account/" not in path
    assert "410" not in types
    assert "SessionToken" not in str(operation)
