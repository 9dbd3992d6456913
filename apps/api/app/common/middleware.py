import posixpath
import time
from collections.abc import Callable
from http import HTTPStatus
from threading import BoundedSemaphore

import structlog
from django.conf import settings
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from app.common import request_id
from app.common.problems import DETAILS, MEDIA_TYPE, problem_response

API_PREFIX = "/api/"
JSON_TYPES = ("application/json", MEDIA_TYPE)
# Headers of an error page that stay valid when a problem replaces the page.
KEPT_HEADERS = ("Allow", "Retry-After", "Cache-Control", "Vary")

GetResponse = Callable[[HttpRequest], HttpResponseBase]
log = structlog.get_logger("app.request")

# Key in `request.META`: the time at which the request arrived, from `time.perf_counter`.
STARTED = "app.started"


def is_api(request: HttpRequest) -> bool:
    """Compare the path as Nginx does, which also forwards paths such as //api/livez and /x/../api/livez."""
    path = posixpath.normpath(request.path).lstrip("/")
    return f"/{path}/".startswith(API_PREFIX)


def route(request: HttpRequest) -> str:
    """Return the pattern of the URL, like `api/users/<int:user_id>`. Empty if no view was chosen."""
    return request.resolver_match.route if request.resolver_match else ""


class RequestContextMiddleware:
    """Sets the request id and logs one line per request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        method = request.method
        request_id.bind(request_id.choose(request))
        request.META[STARTED] = started
        response = self.get_response(request)
        response["X-Request-ID"] = request_id.current()
        _set_length(response, keep_body=method != "HEAD")
        log.info(
            "request",
            method=method,
            path=request.path,
            status=int(response.status_code),
            duration_ms=round((time.perf_counter() - started) * 1000, 1),
            user_id=_user_id(request),
        )
        return response

    def process_view(self, request: HttpRequest, _view: object, _args: object, _kwargs: object) -> None:
        """Route HEAD to the GET operation. Ninja would respond 405."""
        match = request.resolver_match
        if request.method == "HEAD" and match is not None and "ninja" in match.app_names:
            request.method = "GET"


def _set_length(response: HttpResponseBase, *, keep_body: bool) -> None:
    if not isinstance(response, HttpResponse):
        return
    # CommonMiddleware does this too, but not for responses of the middleware before it.
    if not response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
    # Gunicorn would remove the body too, but log a warning.
    if not keep_body:
        response.content = b""


def _user_id(request: HttpRequest) -> int | None:
    # Only if a view has loaded the user already, to avoid a query for each log line.
    user = getattr(request, "_cached_user", None)
    return user.pk if user is not None else None


class StreamLimitMiddleware:
    """Responds 503 to a stream that would take the last free thread of its worker.

    Nginx does not buffer a response with `X-Accel-Buffering: no`, such as an event stream. It holds a thread
    until its client disconnects, and without a free thread no probe and no other request gets a response.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.free = BoundedSemaphore(settings.MAX_STREAMS)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.get("X-Accel-Buffering", "").lower() != "no":
            return response
        if not self.free.acquire(blocking=False):
            response.close()
            detail = "Too many streams are open. Try again in a moment."
            return problem_response(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers={"Retry-After": "5"})
        # Gunicorn closes a response that is sent or whose client has gone. Django has no public hook for it.
        vars(response)["_resource_closers"].append(self.free.release)
        return response


class ProblemMiddleware:
    """Replaces every error page under /api/ with a problem, including pages of Django and libraries."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code < HTTPStatus.BAD_REQUEST or not is_api(request):
            return response
        if response.get("Content-Type", "").partition(";")[0] in JSON_TYPES:
            return response
        kept = {name: response[name] for name in KEPT_HEADERS if name in response}
        problem: HttpResponse = problem_response(response.status_code, headers=kept)
        problem.cookies = response.cookies
        # Without Django's mark, it would log each 500 a second time.
        vars(problem)["_has_been_logged"] = getattr(response, "_has_been_logged", False)
        return problem


class ConflictMiddleware:
    """Responds 409 if a change violates a constraint that another request's change has just made effective.

    Forms and services check for taken values and existing references first, but another request can save in
    between. Other violations, such as a missing value, are errors of the code and stay a 500.
    """

    # Names of SQLite and codes of PostgreSQL for unique and foreign key constraints.
    RACES = frozenset(
        {
            "SQLITE_CONSTRAINT_FOREIGNKEY",
            "SQLITE_CONSTRAINT_PRIMARYKEY",
            "SQLITE_CONSTRAINT_UNIQUE",
            "23503",
            "23505",
        }
    )

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        if not isinstance(error, IntegrityError):
            return None
        cause = error.__cause__
        code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
        if code not in self.RACES:
            return None
        # Logged, because a constraint that no form or service checks has the same effect.
        log.warning("constraint violated", exc_info=error)
        if is_api(request):
            return problem_response(HTTPStatus.CONFLICT)
        return HttpResponse(
            f"{DETAILS[HTTPStatus.CONFLICT]} The browser's Back button shows the form again.",
            status=HTTPStatus.CONFLICT,
            content_type="text/plain; charset=utf-8",
        )


class BodyLimitMiddleware:
    """Responds 413 to a body over the limit, as Nginx does, before it is read.

    Django's own limit responds 400, and only when a view reads the body. Content-Length is reliable here,
    because the WSGI server never passes on more bytes than it states.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if content_length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return problem_response(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, headers={"Connection": "close"})
        return self.get_response(request)


def content_length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        # Gunicorn rejects such requests, and Django reads no body then.
        return 0
