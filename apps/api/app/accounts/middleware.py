"""What allauth's headless views leave to whoever stands around them."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from app.accounts.limits import MINUTE, too_many_tries
from app.common import json_body
from app.common.problems import ProblemError, problem_response


class HeadlessMiddleware:
    """Refuses bodies that would be a 500 in allauth: too deep, huge numbers, lone surrogates."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand below CSRF, so that another site's request is refused as that first."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Say more to whoever tries too often than allauth's bare status."""
        response = self.get_response(request)
        if response.status_code != HTTPStatus.TOO_MANY_REQUESTS or not _is_headless(request):
            return response
        return response if response.has_header("Retry-After") else too_many_tries(MINUTE)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Answer in the view's place when its body can't be read."""
        del view, args, kwargs
        if not _is_headless(request) or not request.body:
            return None
        try:
            json_body.read(request)
        except ProblemError as error:
            return problem_response(error.status, error.detail)
        return None


def _is_headless(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and "headless" in match.app_names
