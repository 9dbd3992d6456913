from datetime import datetime

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Schema

router = Router(tags=["accounts"])


class CurrentUser(Schema):
    id: int
    email: str
    date_joined: datetime


class CurrentSession(Schema):
    user: CurrentUser | None


@router.get("", operation_id="getSession", summary="Get the signed-in user", response=CurrentSession)
def get_session(request: HttpRequest) -> dict[str, object]:
    """Respond 200 with `user: null` without a session: it is the usual case on a first visit, not an error.

    Sets the CSRF cookie, which signing in requires.
    """
    get_token(request)
    return {"user": request.user if request.user.is_authenticated else None}
