"""Who asks: the session's person, for every domain's API."""

from django.http import HttpRequest
from ninja.security import SessionAuth

# Checks the CSRF token itself, since ninja's views are exempt from Django's middleware.
session_auth = SessionAuth()


def user_id(request: HttpRequest) -> int:
    """The signed-in person's id, behind `session_auth`."""
    pk = request.user.pk
    if not isinstance(pk, int):
        message = "asked for the person of a request that nobody is signed in for"
        raise TypeError(message)
    return pk
