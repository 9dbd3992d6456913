from django.http import HttpRequest
from ninja.security import SessionAuth

# Also checks the CSRF token, because Ninja's views are exempt from Django's CSRF middleware.
session_auth = SessionAuth()


def user_id(request: HttpRequest) -> int:
    """Return the id of the signed-in user. Only for operations with `session_auth`."""
    if not isinstance(request.user.pk, int):
        raise TypeError("user_id() was called for a request without a signed-in user")
    return request.user.pk
