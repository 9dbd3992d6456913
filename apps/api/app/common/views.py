from http import HTTPStatus

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views import csrf
from django.views.decorators.csrf import csrf_exempt

from app.common.middleware import is_api
from app.common.problems import problem_response, problem_type

log = structlog.get_logger("app.csrf")


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


@csrf_exempt
def unknown_address(_request: HttpRequest) -> HttpResponse:
    """Respond 404 with a problem, also in development, where Django would show its debug page."""
    return problem_response(HTTPStatus.NOT_FOUND)
