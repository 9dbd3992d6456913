"""What allauth's headless views leave to whoever stands around them."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from tandem.common import json_body
from tandem.common.problems import ProblemError, problem_response

# allauth's limits for each address count the tries of the last minute.
RETRY_AFTER_SECONDS = "60"


class HeadlessMiddleware:
    """Refuses bodies that would be a 500 in allauth: too deep, huge numbers, lone surrogates."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand below CSRF, so that another site's request is refused as that first."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add to a refusal for trying too often when to come back, which allauth leaves out."""
        response = self.get_response(request)
        if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            response.headers.setdefault("Retry-After", RETRY_AFTER_SECONDS)
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Answer in the view's place when its body can't be read."""
        del view, args, kwargs
        match = request.resolver_match
        if match is None or "headless" not in match.app_names or not request.body:
            return None
        try:
            json_body.read(request)
        except ProblemError as error:
            return problem_response(error.status, error.detail)
        return None
