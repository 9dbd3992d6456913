from datetime import datetime
from http import HTTPStatus

from django.contrib.auth import logout
from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Field, Router, Schema, Status

from app.accounts import services
from app.accounts.models import User
from app.common.auth import RECENT_AUTHENTICATION, require_recent_authentication, session_auth, user_id
from app.common.problems import Problem, ProblemError, problem_type

session = Router(tags=["accounts"])
account = Router(tags=["accounts"], auth=session_auth)


class CurrentUser(Schema):
    id: int
    email: str
    date_joined: datetime
    has_password: bool = Field(description="False for a user who signs in through a provider only.")

    @staticmethod
    def resolve_has_password(user: User) -> bool:
        return user.has_usable_password()


class CurrentSession(Schema):
    user: CurrentUser | None


@session.get("", operation_id="getSession", summary="Get the signed-in user", response=CurrentSession)
def get_session(request: HttpRequest) -> dict[str, object]:
    """Respond 200 with `user: null` without a session: it is the usual case on a first visit, not an error.

    Sets the CSRF cookie, which signing in requires.
    """
    get_token(request)
    return {"user": request.user if request.user.is_authenticated else None}


@account.delete(
    "",
    operation_id="deleteAccount",
    summary="Delete the account",
    response={204: None, 403: Problem, 409: Problem, 412: Problem},
    openapi_extra=RECENT_AUTHENTICATION,
)
def delete_account(request: HttpRequest) -> Status[None]:
    """Delete the user and everything that belongs to the user. Requires recent authentication.

    Respond 409 to the last administrator.
    """
    require_recent_authentication(request)
    try:
        services.delete_account(user_id=user_id(request))
    except services.LastAdministratorError:
        raise ProblemError(
            HTTPStatus.CONFLICT,
            "You are the only administrator. Make another user a superuser in the admin, then try again.",
            type_=problem_type("last-administrator"),
            title="Account not deleted",
        ) from None
    logout(request)
    return Status(HTTPStatus.NO_CONTENT, None)
