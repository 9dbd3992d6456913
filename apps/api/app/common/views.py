import sys
from http import HTTPStatus

import structlog
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.views import csrf, defaults
from django.views.decorators.csrf import csrf_exempt

from app.common.middleware import is_api
from app.common.problems import DETAILS, problem_response, problem_type

log = structlog.get_logger("app.csrf")

# Seconds after which a client may try again, as in Nginx's error documents.
RETRY_SECONDS = "5"


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Respond with a problem under /api/, otherwise with Django's page (CSRF_FAILURE_VIEW)."""
    if is_api(request):
        return csrf_problem(request)
    _log_undeclared_proxy(request)
    return csrf.csrf_failure(request, reason=reason)


def csrf_problem(request: HttpRequest) -> HttpResponse:
    _log_undeclared_proxy(request)
    return problem_response(
        HTTPStatus.FORBIDDEN,
        "This page is out of date. Reload it and try again.",
        type_=problem_type("csrf"),
        title="CSRF token missing or incorrect",
    )


def _log_undeclared_proxy(request: HttpRequest) -> None:
    # The browser's Origin has https, and Django compares it with the scheme that arrived.
    if settings.CSRF_COOKIE_SECURE and not request.is_secure():
        log.warning(
            "APP_PUBLIC_URL is https, but this request arrived as http. If a proxy terminates TLS, "
            "set APP_TRUSTED_PROXIES of Nginx to its address."
        )


def server_error(request: HttpRequest) -> HttpResponse:
    """Respond 503 if the database is down, locked or out of space (handler500); other errors are a 500."""
    error = sys.exception()
    # SQLite reports a mistake in a statement, such as an unknown table, under this name.
    is_mistake = getattr(error.__cause__, "sqlite_errorname", "") == "SQLITE_ERROR" if error else False
    if not isinstance(error, OperationalError) or is_mistake:
        return defaults.server_error(request)
    status, headers = HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": RETRY_SECONDS}
    if is_api(request):
        return problem_response(status, headers=headers)
    if request.method == "GET":
        # The browser loads the page again. After a POST it would lose what the user entered.
        headers["Refresh"] = RETRY_SECONDS
    return HttpResponse(
        DETAILS[status], status=status, content_type="text/plain; charset=utf-8", headers=headers
    )


@csrf_exempt
def unknown_address(_request: HttpRequest) -> HttpResponse:
    """Respond 404 with a problem, also in development, where Django would show its debug page."""
    return problem_response(HTTPStatus.NOT_FOUND)
