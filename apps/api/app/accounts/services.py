from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction

from app.accounts.models import User


class LastAdministratorError(Exception):
    """No other active superuser exists, so no user could administer the installation."""


@transaction.atomic
def delete_account(*, user_id: int) -> None:
    """Delete the user and all rows that belong to the user, and end the sessions in all browsers.

    Raises:
        LastAdministratorError: no other active superuser exists.
    """
    user = User.objects.get(pk=user_id)
    if user.is_superuser:
        # Locked, so that the last two cannot delete themselves at the same time.
        administrators = User.objects.select_for_update().filter(is_superuser=True, is_active=True)
        if {administrator.pk for administrator in administrators} <= {user.pk}:
            raise LastAdministratorError
    # Other sessions, such as those of the admin's sign-in page, are invalid without the user.
    for session in UserSession.objects.filter(user=user):
        session.end()
    if settings.SENDS_MAIL:
        get_adapter().send_mail("account/email/account_deleted", user.email, {})
    user.delete()
