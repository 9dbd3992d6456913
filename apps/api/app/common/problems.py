"""RFC 9457 problem details, the format of every error under /api/ except allauth's own 4xx responses."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import JsonResponse
from pydantic import BaseModel, Field

from app.common import request_id

MEDIA_TYPE = "application/problem+json"

DETAILS = {
    400: "The request is not valid.",
    401: "Sign in to continue.",
    403: "You do not have permission to do this.",
    404: "There is nothing at this address.",
    405: "This address does not support this method.",
    409: "Another change was saved first. Check the values and try again.",
    413: "The request is too large.",
    415: "Send application/json.",
    422: "Some fields are not valid.",
    429: "Too many attempts. Wait a while, then try again.",
    500: "Something went wrong on the server. Try again later.",
    503: "The application is not available at the moment. Try again in a moment.",
}


class Problem(BaseModel):
    type: str = Field(description="URI of the problem type, or `about:blank` if the status says it all.")
    title: str = Field(description="Short name of the problem type.")
    status: int = Field(description="HTTP status code.")
    detail: str = Field(description="Explanation for the user.")
    request_id: str = Field(description="Identifies this request in the logs.")


class FieldError(BaseModel):
    field: str = Field(description="Name of the field. Nested names are joined with dots.")
    message: str = Field(description="Explanation for the user.")
    code: str = Field(description="Machine-readable name of the rule that failed.")


class ValidationProblem(Problem):
    """One or more fields were rejected. Nothing was saved."""

    errors: list[FieldError]


# The error responses of operations that need a session, for their OpenAPI description.
READ_ERRORS: dict[int, type[Problem]] = {401: Problem, 412: Problem}
WRITE_ERRORS: dict[int, type[Problem]] = {
    **READ_ERRORS,
    400: Problem,
    403: Problem,
    415: Problem,
    422: ValidationProblem,
}


class ProblemError(Exception):
    """Raise to respond with a problem. `members` are added to it."""

    def __init__(self, status: int, detail: str = "", **members: Any) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.members = members


class FieldRejectedError(ProblemError):
    """Raise for a field that passed its schema but conflicts with stored data."""

    def __init__(self, field: str, message: str, code: str) -> None:
        error = {"field": field, "message": message, "code": code}
        super().__init__(HTTPStatus.UNPROCESSABLE_ENTITY, **validation_members([error]))


def problem_type(name: str) -> str:
    return f"urn:problem-type:app:{name}"


def validation_members(errors: list[dict[str, str]]) -> dict[str, Any]:
    """Return the members in which a `ValidationProblem` differs from other problems."""
    return {"type_": problem_type("validation"), "title": "Validation failed", "errors": errors}


def problem_response(
    status: int,
    detail: str = "",
    *,
    type_: str = "about:blank",
    title: str = "",
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> JsonResponse:
    """Build the response. Detail and title default to texts for the status code."""
    problem = {
        "type": type_,
        "title": title or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or DETAILS.get(status, HTTPStatus(status).description),
        "request_id": request_id.current(),
        **members,
    }
    response = JsonResponse(problem, status=status, content_type=MEDIA_TYPE, headers=headers)
    response.headers.setdefault("Cache-Control", "no-store")
    return response
