from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from app.accounts.limits import MINUTE, too_many_attempts
from app.common import json_body
from app.common.middleware import GetResponse, content_length
from app.common.problems import ProblemError, problem_response, problem_type


class ExpectedUserMiddleware:
    """Responds 412 if the client expects another user than the one who is signed in.

    All tabs of a browser share one session. When another user signs in, a page that is still open for the
    earlier user must not save into the new user's account. The web app sends the header X-Expected-User with
    every request. The header grants nothing, and other clients need not send it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        expected = request.headers.get("X-Expected-User")
        match = request.resolver_match
        # The session itself says who is signed in, and anyone may sign out.
        if not expected or match is None or match.view_name == "headless:browser:account:current_session":
            return None
        if not request.user.is_authenticated or expected == str(request.user.pk):
            return None
        return problem_response(
            HTTPStatus.PRECONDITION_FAILED,
            "You are signed in as someone else in this browser. Nothing was saved.",
            type_=problem_type("other-user"),
            title="Signed in as someone else",
        )


class HeadlessMiddleware:
    """Applies this API's rules for JSON bodies and 429 responses to allauth's headless views."""

    def __init__(self, get_response: GetResponse) -> None:
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
