"""Convert the exceptions of Ninja's views into problems."""

from http import HTTPStatus
from typing import Any, NoReturn

from allauth.core.exceptions import ReauthenticationRequired
from allauth.headless.base.response import ReauthenticationResponse
from allauth.headless.constants import Client
from allauth.headless.internal.decorators import mark_request_as_headless
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from app.common.content_type import require_documented_type
from app.common.json_body import INVALID_JSON
from app.common.problems import ProblemError, problem_response, problem_type, validation_members
from app.common.views import csrf_problem

# Messages for mistakes that users make in a form. Other errors keep Pydantic's message for developers.
_MESSAGES = {
    "missing": "This field is required.",
    "string_too_short": "Enter at least {min_length} characters.",
    "string_too_long": "Enter at most {max_length} characters.",
    "int_type": "Enter a whole number.",
    "greater_than_equal": "Enter {ge} or more.",
    "less_than_equal": "Enter {le} or less.",
}


def install(api: NinjaAPI) -> None:
    """Respond with a problem to every exception of this API, and to bodies of an undocumented type."""
    api.add_decorator(require_documented_type, mode="view")
    api.add_exception_handler(ProblemError, _problem)
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(ReauthenticationRequired, _reauthentication_required)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(ObjectDoesNotExist, _does_not_exist)
    api.add_exception_handler(ValidationError, _validation_error)
    api.add_exception_handler(ProtectedError, _still_in_use)
    api.add_exception_handler(RestrictedError, _still_in_use)
    # Leave it to Django, which logs the traceback. ProblemMiddleware replaces its error page.
    api.add_exception_handler(Exception, _unhandled)


def _problem(_request: HttpRequest, error: Any) -> HttpResponse:
    return problem_response(error.status, error.detail, **error.members)


def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    # Ninja wraps every exception of the parser in its own 400.
    if isinstance(error.__cause__, ProblemError):
        return _problem(request, error.__cause__)
    # SessionAuth reports a failed CSRF check as a plain 403.
    if error.status_code == HTTPStatus.FORBIDDEN and "CSRF" in error.message:
        return csrf_problem(request)
    return problem_response(error.status_code)


def _reauthentication_required(request: HttpRequest, _error: Any) -> HttpResponse:
    # The same response as allauth's own views, so that clients handle both in one place.
    mark_request_as_headless(request, Client.BROWSER)
    return ReauthenticationResponse(request)


def _not_found(_request: HttpRequest, _error: Any) -> HttpResponse:
    return problem_response(HTTPStatus.NOT_FOUND)


def _does_not_exist(_request: HttpRequest, _error: Any) -> HttpResponse:
    # The same response for another user's object, so that it does not reveal which ids exist.
    return problem_response(HTTPStatus.NOT_FOUND, "This does not exist. It may have been deleted.")


def _validation_error(request: HttpRequest, error: Any) -> HttpResponse:
    if request.content_type != "multipart/form-data" and any(_is_missing_body(item) for item in error.errors):
        return problem_response(HTTPStatus.BAD_REQUEST, INVALID_JSON)
    return problem_response(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        **validation_members([_field_error(item) for item in error.errors]),
    )


def _still_in_use(_request: HttpRequest, _error: Any) -> HttpResponse:
    return problem_response(
        HTTPStatus.CONFLICT,
        "This is still in use. Nothing was deleted.",
        type_=problem_type("in-use"),
        title="Still in use",
    )


def _is_missing_body(item: dict[str, Any]) -> bool:
    # For an empty body, Ninja reports the view's whole parameter ("body", "payload") as missing.
    source, *path = item["loc"]
    return bool(item["type"] == "missing" and source == "body" and len(path) == 1)


def _field_error(item: dict[str, Any]) -> dict[str, str]:
    # `loc` is ("body", parameter name, *path) or ("query", *path).
    source, *path = item["loc"]
    names = path[1:] if source == "body" and path else path
    return {
        "field": ".".join(str(name) for name in names) or str(source),
        "message": _message(item),
        "code": str(item["type"]),
    }


def _message(item: dict[str, Any]) -> str:
    context = item.get("ctx", {})
    if item["type"] == "string_too_short" and context.get("min_length") == 1:
        return _MESSAGES["missing"]
    if item["type"] in _MESSAGES:
        return _MESSAGES[item["type"]].format(**context)
    message = str(item["msg"]).removeprefix("Value error, ")
    return message[:1].upper() + message[1:]


def _unhandled(_request: HttpRequest, error: Any) -> NoReturn:
    raise error
