"""Ninja's exceptions as problems."""

from http import HTTPStatus
from typing import Any, NoReturn

from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from app.common.json_body import NO_JSON
from app.common.problems import ProblemError, problem_response, problem_type, validation_members
from app.common.views import csrf_problem

# Pydantic speaks to programmers; these stand beside a field that somebody has just filled in. What people
# can't cause by typing keeps pydantic's own words.
_WORDS = {
    "missing": "This is missing.",
    "string_too_short": "Write at least {min_length} characters.",
    "string_too_long": "Write at most {max_length} characters.",
    "int_type": "Write a whole number.",
    "greater_than_equal": "Write {ge} or more.",
    "less_than_equal": "Write {le} or less.",
}
_EMPTY = "Write something here."


def install(api: NinjaAPI) -> None:
    """Make every error of this API a problem."""
    api.add_exception_handler(ProblemError, _problem)
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(ValidationError, _validation_error)
    api.add_exception_handler(ProtectedError, _still_referred_to)
    # Django logs it with its traceback, and ProblemMiddleware answers, in development too.
    api.add_exception_handler(Exception, _unhandled)


def _problem(request: HttpRequest, error: Any) -> HttpResponse:
    del request
    return problem_response(error.status, error.detail, type_=error.type, **error.members)


def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    # Ninja wraps whatever the parser raised into a 400 of its own.
    if isinstance(error.__cause__, ProblemError):
        return _problem(request, error.__cause__)
    # Ninja's session authentication checks CSRF itself, and says so with a plain 403.
    if error.status_code == HTTPStatus.FORBIDDEN and "CSRF" in error.message:
        return csrf_problem()
    return problem_response(error.status_code)


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    del request, error
    return problem_response(HTTPStatus.NOT_FOUND)


def _validation_error(request: HttpRequest, error: Any) -> HttpResponse:
    del request
    if any(_is_missing_body(item) for item in error.errors):
        return problem_response(HTTPStatus.BAD_REQUEST, NO_JSON)
    return problem_response(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        **validation_members([_field_error(item) for item in error.errors]),
    )


def _still_referred_to(request: HttpRequest, error: Any) -> HttpResponse:
    # A domain does not know which others refer to it; the database does.
    del request, error
    return problem_response(
        HTTPStatus.CONFLICT,
        "Something else still refers to this. Nothing was deleted.",
        type_=problem_type("still-referred-to"),
        title="Still in use",
    )


def _is_missing_body(item: dict[str, Any]) -> bool:
    # Ninja parses no empty body and then misses its whole parameter: as a field error that would carry the
    # view's name for it. Nothing is no JSON either (RFC 8259, 2).
    return (
        item["type"] == "missing"
        and item["loc"][0] == "body"
        and len(item["loc"]) == len(("body", "payload"))
    )


def _field_error(item: dict[str, Any]) -> dict[str, str]:
    # ("body", "payload", "title"): where it was, what the view calls it, then the field's own path.
    source, *path = item["loc"]
    names = path[1:] if source == "body" and path else path
    return {
        "field": ".".join(str(name) for name in names) or str(source),
        "message": _message(item),
        "code": str(item["type"]),
    }


def _message(item: dict[str, Any]) -> str:
    limits = item.get("ctx", {})
    if item["type"] == "string_too_short" and limits.get("min_length") == 1:
        return _EMPTY
    if item["type"] in _WORDS:
        return _WORDS[item["type"]].format(**limits)
    message = str(item["msg"]).removeprefix("Value error, ")
    return message[:1].upper() + message[1:]


def _unhandled(request: HttpRequest, error: Any) -> NoReturn:
    del request
    raise error
