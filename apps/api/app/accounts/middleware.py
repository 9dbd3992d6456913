import logging
import struct
from http import HTTPStatus

from django.conf import settings
from django.db import DataError
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from app.accounts.limits import MINUTE, NEED_MAIL, NEED_PROVIDER, too_many_attempts
from app.common import json_body
from app.common.auth import require_expected_user
from app.common.middleware import GetResponse, content_length
from app.common.problems import ProblemError, problem_response

logger = logging.getLogger(__name__)

NO_MAIL = "This installation sends no mail. Ask an administrator to set a new password."
NO_EMAIL_CHANGE = "Only an administrator can change your email address, because it cannot be verified."
NO_PROVIDER = "This installation has no sign-in provider. Use your email address and password."
INVALID_PASSKEY = "The browser sent an invalid passkey. Try again."
# Exceptions of fido2 for a malformed passkey. allauth expects TypeError only, or ValueError too.
_PARSE_ERRORS = (AttributeError, LookupError, ValueError, struct.error)


class HeadlessMiddleware:
    """Applies this API's rules for users, JSON bodies and 429 responses to allauth's headless views."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add Retry-After to allauth's 429 responses, which have no body."""
        response = self.get_response(request)
        is_limited = response.status_code == HTTPStatus.TOO_MANY_REQUESTS and _url_name(request)
        return too_many_attempts(MINUTE) if is_limited and "Retry-After" not in response else response

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Respond 412 and 415 as Ninja's views do, and 400 to JSON that would cause a 500 in allauth."""
        name = _url_name(request)
        if not name:
            return None
        if missing := _missing_service(name):
            return problem_response(HTTPStatus.NOT_FOUND, missing)
        has_body = content_length(request) > 0
        if has_body and request.content_type != "application/json":
            return problem_response(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            # The session itself says who is signed in, and anyone may end it.
            if name != "current_session":
                require_expected_user(request)
            if has_body:
                json_body.read(request)
        except ProblemError as error:
            return problem_response(error.status, error.detail, **error.members)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Respond 400 to numbers that no column can hold, and to malformed passkeys. allauth would fail."""
        name = _url_name(request)
        if name and isinstance(exception, OverflowError | DataError):
            return problem_response(HTTPStatus.BAD_REQUEST)
        if "webauthn" not in name or not isinstance(exception, _PARSE_ERRORS):
            return None
        logger.warning("A malformed passkey was rejected.", exc_info=exception)
        return problem_response(HTTPStatus.BAD_REQUEST, INVALID_PASSKEY)


def _missing_service(url_name: str) -> str:
    """Return why this installation does not serve the operation, or an empty string."""
    if url_name == "manage_email" and settings.ACCOUNT_EMAIL_VERIFICATION != "mandatory":
        return NO_EMAIL_CHANGE
    if url_name in NEED_MAIL and not settings.SENDS_MAIL:
        return NO_MAIL
    return NO_PROVIDER if url_name in NEED_PROVIDER and not settings.OIDC_APP else ""


def _url_name(request: HttpRequest) -> str:
    """Return the name of the URL, or an empty string if it is not one of allauth's headless API."""
    match = request.resolver_match
    if match is None or "headless" not in match.app_names:
        return ""
    return match.url_name or ""
