"""What happens to every request, whichever domain answers it."""

import time
from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from app.common import request_id
from app.common.problems import MEDIA_TYPE, problem_response

API_PREFIX = "/api/"
JSON_TYPES = ("application/json", MEDIA_TYPE)
# Headers of a replaced error page that still say something true about the problem.
KEPT_HEADERS = ("Allow", "Retry-After", "Cache-Control", "Vary")

GetResponse = Callable[[HttpRequest], HttpResponseBase]
log = structlog.get_logger("app.request")

# When the request began, on `time.perf_counter`, for views. Named as a server's own variable is (PEP 3333).
STARTED = "app.started"


class RequestContextMiddleware:
    """Gives the request its id, and writes one line when it is answered."""

    def __init__(self, get_response: GetResponse) -> None:
        """Stand around everything below."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the id in the header and in the log."""
        started = time.perf_counter()
        method = request.method
        request_id.bind(request_id.choose(request))
        request.META[STARTED] = started
        response = self.get_response(request)
        response["X-Request-ID"] = request_id.current()
        _measure(response, with_body=method != "HEAD")
        log.info(
            "request",
            method=method,
            path=request.path,
            status=int(response.status_code),
            duration_ms=round((time.perf_counter() - started) * 1000, 1),
            user_id=_user_id(request),
        )
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        """Let ninja answer HEAD as GET, as HTTP wants; it knows the listed methods alone."""
        del view, args, kwargs
        match = request.resolver_match
        if request.method == "HEAD" and match is not None and "ninja" in match.app_names:
            request.method = "GET"


def _measure(response: HttpResponseBase, *, with_body: bool) -> None:
    if not isinstance(response, HttpResponse):
        return
    # CommonMiddleware does this, but for the answers of those that stand above it.
    if not response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
    # Gunicorn would drop it too, with a warning for each.
    if not with_body:
        response.content = b""


def _user_id(request: HttpRequest) -> int | None:
    # Only when a view has looked already: a log line is no reason to ask the database.
    user = getattr(request, "_cached_user", None)
    return user.pk if user is not None else None


class ProblemMiddleware:
    """Turns every error page under /api/ into a problem: those of Django, of libraries, of probes."""

    def __init__(self, get_response: GetResponse) -> None:
        """Stand around everything that can answer with a page."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass JSON through, and answer for the rest."""
        response = self.get_response(request)
        if response.status_code < HTTPStatus.BAD_REQUEST or not request.path.startswith(API_PREFIX):
            return response
        if response.get("Content-Type", "").partition(";")[0] in JSON_TYPES:
            return response
        kept = {name: response[name] for name in KEPT_HEADERS if name in response}
        problem: HttpResponse = problem_response(response.status_code, headers=kept)
        problem.cookies = response.cookies
        # Django's mark on what it has logged with its traceback, or each 500 would have a second line.
        vars(problem)["_has_been_logged"] = getattr(response, "_has_been_logged", False)
        return problem


class BodyLimitMiddleware:
    """Refuses a body above the limit before anything reads it, as Nginx does, with 413.

    Django's own limit answers 400, and only once a view asks for the body. WSGI hands over no more
    than Content-Length says, so that the header is the whole truth here.
    """

    def __init__(self, get_response: GetResponse) -> None:
        """Stand before the first reader."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 413, or go on."""
        length = _content_length(request)
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return problem_response(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, headers={"Connection": "close"})
        return self.get_response(request)


class JsonOnlyMiddleware:
    """Refuses a body of another type before anybody parses it, the CSRF check included.

    That also takes the forms of other sites away: a page can't send JSON elsewhere without asking first.
    """

    # Whose views read JSON: ninja's, and allauth's headless ones.
    APPS = frozenset({"ninja", "headless"})

    def __init__(self, get_response: GetResponse) -> None:
        """Stand above CSRF."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do before the address is resolved."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Answer 415 in the view's place."""
        del view, args, kwargs
        match = request.resolver_match
        if match is None or self.APPS.isdisjoint(match.app_names) or not _content_length(request):
            return None
        if request.content_type == "application/json":
            return None
        return problem_response(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def _content_length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        # Django reads no body then, and Gunicorn has refused it before.
        return 0
