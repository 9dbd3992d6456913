import json
from typing import Any

from django.http import HttpResponse


def assert_problem(response: Any, status: int) -> dict[str, Any]:
    """Check what all problems have in common, and return the problem."""
    assert isinstance(response, HttpResponse)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = json.loads(response.content)
    assert {"type", "title", "status", "detail", "request_id"} <= problem.keys()
    assert problem["status"] == status
    assert problem["request_id"] == response["X-Request-ID"]
    assert problem["detail"]
    assert problem["title"]
    return problem


def rejected_fields(response: Any) -> dict[str, str]:
    """Return the field names of a validation problem, with the code of each error."""
    errors = assert_problem(response, 422)["errors"]
    assert all(error["message"] for error in errors)
    return {error["field"]: error["code"] for error in errors}
