"""Strict JSON for allauth's headless views, which read the body themselves."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from tandem.common import json_body
from tandem.common.problems import ProblemError, problem_response


class HeadlessJsonMiddleware:
    """Refuses bodies that would be a 500 in allauth: too deep, huge numbers, lone surrogates."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand below CSRF, so that another site's request is refused as that first."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do before the address is resolved."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        """Answer in the view's place when its body can't be read."""
        del view, args, kwargs
        match = request.resolver_match
        if match is None or "headless" not in match.app_names or not request.body:
            return None
        try:
            value = json_body.read(request)
        except ProblemError as error:
            return problem_response(error.status, error.detail)
        if not isinstance(value, dict):
            return problem_response(HTTPStatus.BAD_REQUEST, "The request's body must be a JSON object.")
        return None
