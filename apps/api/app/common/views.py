from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views import csrf
from django.views.decorators.csrf import csrf_exempt

from app.common.middleware import API_PREFIX
from app.common.problems import problem_response, problem_type


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Respond with a problem under /api/, otherwise with Django's page (CSRF_FAILURE_VIEW)."""
    if request.path.startswith(API_PREFIX):
        return csrf_problem()
    return csrf.csrf_failure(request, reason=reason)


def csrf_problem() -> HttpResponse:
    return problem_response(
        HTTPStatus.FORBIDDEN,
        "This page is out of date. Reload it and try again.",
        type_=problem_type("csrf"),
        title="CSRF token missing or incorrect",
    )


@csrf_exempt
def unknown_address(_request: HttpRequest) -> HttpResponse:
    """Respond 404 with a problem, also in development, where Django would show its debug page."""
    return problem_response(HTTPStatus.NOT_FOUND)
