"""What every problem must be."""

import json
from typing import Any

from django.http import HttpResponse


def problem(response: Any, status: int) -> dict[str, Any]:
    """The problem of a response, after a look at what all of them have in common."""
    assert isinstance(response, HttpResponse)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = json.loads(response.content)
    assert {"type", "title", "status", "detail", "request_id"} <= body.keys()
    assert body["status"] == status
    assert body["request_id"] == response["X-Request-ID"]
    assert body["detail"]
    assert body["title"]
    return body


def fields(response: Any) -> dict[str, str]:
    """The refused fields of a validation problem, each with its code."""
    errors = problem(response, 422)["errors"]
    assert all(error["message"] for error in errors)
    return {error["field"]: error["code"] for error in errors}
