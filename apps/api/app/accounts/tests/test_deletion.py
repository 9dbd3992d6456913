import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from pytest_django import Settings

from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.client import SIGN_IN, ApiClient
from app.common.tests.problems import assert_problem

pytestmark = pytest.mark.django_db
ACCOUNT = "/api/account"


def sign_in(email: str) -> ApiClient:
    client = ApiClient()
    client.send("POST", SIGN_IN, {"email": email, "password": PASSWORD})
    return client


def test_a_deleted_account_and_its_sessions_in_all_browsers_are_gone(
    confirmed: ApiClient, user: User, other_user: User
) -> None:
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    elsewhere, other = sign_in(user.email), sign_in(other_user.email)
    assert UserSession.objects.filter(user=user).exists()
    response = confirmed.send("DELETE", ACCOUNT)
    assert (response.status_code, response.content) == (204, b"")
    assert [*User.objects.all()] == [other_user]
    assert not EmailAddress.objects.exists()
    for client, expected in ((confirmed, None), (elsewhere, None), (other, other_user.email)):
        session = client.get("/api/session").json()["user"]
        assert (session and session["email"]) == expected
    assert Session.objects.get().session_key == UserSession.objects.get().session_key
    assert sign_in(user.email).get("/api/session").json() == {"user": None}


def test_a_deletion_needs_recent_authentication_and_is_refused_as_by_allauth(api: ApiClient) -> None:
    response = api.send("DELETE", ACCOUNT)
    assert (response.status_code, response.json()["meta"]) == (401, {"is_authenticated": True})
    assert User.objects.exists()


def test_a_mail_says_that_the_account_was_deleted_if_the_installation_sends_mail(
    confirmed: ApiClient, user: User, settings: Settings
) -> None:
    settings.SENDS_MAIL = True
    confirmed.send("DELETE", ACCOUNT)
    (message,) = mail.outbox
    assert message.to == [user.email]
    assert "Your account was deleted" in message.subject
    assert user.email in message.body


def test_the_last_active_superuser_cannot_delete_the_account(confirmed: ApiClient, user: User) -> None:
    User.objects.update(is_superuser=True)
    inactive = UserFactory.create(is_superuser=True, is_active=False)
    problem = assert_problem(confirmed.send("DELETE", ACCOUNT), 409)
    assert problem["type"] == "urn:problem-type:app:last-administrator"
    assert User.objects.contains(user)
    User.objects.filter(pk=inactive.pk).update(is_active=True)
    assert confirmed.send("DELETE", ACCOUNT).status_code == 204
