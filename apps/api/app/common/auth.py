from http import HTTPStatus
from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.http import HttpRequest
from ninja import security

from app.common.problems import MEDIA_TYPE, ProblemError, problem_type

_SCHEMAS = "#/components/schemas"
# `openapi_extra` of operations that call `require_recent_authentication`.
RECENT_AUTHENTICATION = {
    "responses": {
        401: {
            "description": "Sign in, or confirm that it is you",
            "content": {
                MEDIA_TYPE: {"schema": {"$ref": f"{_SCHEMAS}/Problem"}},
                "application/json": {"schema": {"$ref": f"{_SCHEMAS}/ReauthenticationResponse"}},
            },
        }
    }
}


class SessionAuth(security.SessionAuth):
    """Require a session and the CSRF token. Django's CSRF middleware does not check Ninja's views."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        require_expected_user(request)
        return super().authenticate(request, key)


session_auth = SessionAuth()


def user_id(request: HttpRequest) -> int:
    """Return the id of the signed-in user. Only for operations with `session_auth`."""
    if not isinstance(request.user.pk, int):
        raise TypeError("user_id() was called for a request without a signed-in user")
    return request.user.pk


def require_recent_authentication(request: HttpRequest) -> None:
    """Require that the user has confirmed the identity in the last minutes.

    Raises:
        ReauthenticationRequired: `app.common.errors` responds as allauth does.
    """
    raise_if_reauthentication_required(request, app="app")


def require_expected_user(request: HttpRequest) -> None:
    """Compare the signed-in user with the one that the client expects.

    All tabs of a browser share one session. When another user signs in, a page that is still open for the
    earlier user must not save into the new user's account. The web app sends the header with every request;
    other clients need not send it.

    Raises:
        ProblemError: 412 if another user is signed in.
    """
    expected = request.headers.get("X-Expected-User")
    if expected and request.user.is_authenticated and expected != str(request.user.pk):
        raise ProblemError(
            HTTPStatus.PRECONDITION_FAILED,
            "You are signed in as someone else in this browser. Nothing was saved.",
            type_=problem_type("other-user"),
            title="Signed in as someone else",
        )
