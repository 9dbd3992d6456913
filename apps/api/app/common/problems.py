"""RFC 9457 problem details: the one shape of every error under /api/."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import JsonResponse
from pydantic import BaseModel, Field

from app.common import request_id

MEDIA_TYPE = "application/problem+json"
# RFC 9457, 4.2.1: the title is the status code's own, and there is no more to know.
BLANK = "about:blank"

DETAILS = {
    400: "The request can't be understood.",
    401: "Sign in to see this.",
    403: "You may not do this.",
    404: "There is nothing at this address.",
    405: "This address does not support this method.",
    413: "The request is too large.",
    415: "Send application/json.",
    422: "Some fields need another look.",
    429: "Too many tries. Wait a while and try again.",
    500: "Something went wrong on our side. Nothing was changed.",
}


class Problem(BaseModel):
    """What went wrong, as RFC 9457 says it."""

    type: str = Field(description="A URI that names the kind of problem; `about:blank` for the status's own.")
    title: str = Field(description="The kind of problem in a few words.")
    status: int = Field(description="The answer's status code.")
    detail: str = Field(description="This problem in a sentence for the person.")
    request_id: str = Field(description="Names this request in the logs.")


class FieldError(BaseModel):
    """One field that was refused."""

    field: str = Field(description="The field's name; with dots when it is nested.")
    message: str = Field(description="What is wrong, in a sentence for the person.")
    code: str = Field(description="The rule that was broken, for programs.")


class ValidationProblem(Problem):
    """A request whose fields were refused; nothing of it was saved."""

    errors: list[FieldError]


class ProblemError(Exception):
    """Raised where a request can't go on; answered as a problem with the same members."""

    def __init__(self, status: int, detail: str = "", *, type_: str = BLANK, **members: Any) -> None:
        """Keep what `problem_response` needs; `members` are further members of the problem."""
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.type = type_
        self.members = members


class RefusedFieldError(ProblemError):
    """Raised for a field that only a look at what is stored can refuse; answered as if its schema had."""

    def __init__(self, field: str, message: str, code: str) -> None:
        """Name the field, and say to the person what is wrong with it."""
        super().__init__(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            **validation_members([{"field": field, "message": message, "code": code}]),
        )


def problem_type(name: str) -> str:
    """The URI of one of the product's own kinds of problem."""
    return f"urn:problem-type:app:{name}"


def validation_members(errors: list[dict[str, str]]) -> dict[str, Any]:
    """What every `ValidationProblem` says, with its fields."""
    return {"type_": problem_type("validation"), "title": "Validation failed", "errors": errors}


def problem_response(
    status: int,
    detail: str = "",
    *,
    type_: str = BLANK,
    title: str = "",
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> JsonResponse:
    """Make the answer for one problem.

    Args:
        status: HTTP status code.
        detail: a sentence for the person; the status's usual one when empty.
        type_: URI that names the kind of problem.
        title: the kind in words; the status's phrase when empty.
        headers: further headers of the answer.
        members: further members, such as `errors`.
    """
    problem = {
        "type": type_,
        "title": title or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or DETAILS.get(status, HTTPStatus(status).description),
        "request_id": request_id.current(),
        **members,
    }
    answer = JsonResponse(problem, status=status, content_type=MEDIA_TYPE, headers=headers)
    # An error is about this request alone: no cache between here and the person may keep it.
    answer.headers.setdefault("Cache-Control", "no-store")
    return answer
