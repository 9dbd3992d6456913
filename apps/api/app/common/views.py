"""Answers for requests that no view wants."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views import csrf
from django.views.decorators.csrf import csrf_exempt

from app.common.middleware import API_PREFIX
from app.common.problems import problem_response, problem_type


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a request that could be another site's doing: a problem under /api/, else Django's page."""
    if request.path.startswith(API_PREFIX):
        return csrf_problem()
    return csrf.csrf_failure(request, reason=reason)


def csrf_problem() -> HttpResponse:
    """Say that the CSRF token is missing or stale."""
    return problem_response(
        HTTPStatus.FORBIDDEN,
        "The page is out of date. Reload it and try again.",
        type_=problem_type("csrf"),
        title="CSRF token missing or incorrect",
    )


@csrf_exempt
def unknown_address(request: HttpRequest) -> HttpResponse:
    """Answer for every address under /api/ that nothing else has, in development too."""
    del request
    return problem_response(HTTPStatus.NOT_FOUND)
