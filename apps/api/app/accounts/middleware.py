from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from app.accounts.limits import MINUTE, too_many_attempts
from app.common import json_body
from app.common.middleware import content_length
from app.common.problems import ProblemError, problem_response


class HeadlessMiddleware:
    """Applies this API's rules for JSON bodies and 429 responses to allauth's headless views."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add Retry-After to allauth's 429 responses, which have no body."""
        response = self.get_response(request)
        if response.status_code != HTTPStatus.TOO_MANY_REQUESTS or not _is_headless(request):
            return response
        return response if response.has_header("Retry-After") else too_many_attempts(MINUTE)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Respond 415 to other bodies than JSON, and 400 to JSON that would cause a 500 in allauth."""
        if not _is_headless(request) or not content_length(request):
            return None
        if request.content_type != "application/json":
            return problem_response(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            json_body.read(request)
        except ProblemError as error:
            return problem_response(error.status, error.detail)
        return None


def _is_headless(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and "headless" in match.app_names
