"""Changes that signed-in users make to their account: password, address, sessions."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import connections
from django.test import RequestFactory
from pytest_django import Settings

from app.accounts.adapter import NOTIFICATIONS, AccountAdapter
from app.accounts.models import User
from app.accounts.tasks import clear_expired_sessions
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.accounts.tests.test_codes import code
from app.common.tests.client import REAUTHENTICATE, SESSION, SIGN_IN, ApiClient
from app.common.tests.problems import assert_problem

pytestmark = pytest.mark.django_db
ROOT = "/api/auth/browser/v1"
PASSWORD_CHANGE = f"{ROOT}/account/password/change"
EMAIL = f"{ROOT}/account/email"
VERIFY = f"{ROOT}/auth/email/verify"
SESSIONS = f"{ROOT}/auth/sessions"
NEW = "new@example.com"
NEW_PASSWORD = "another horse battery"


@pytest.fixture(autouse=True)
def _with_mail(settings: Settings) -> None:
    settings.SENDS_MAIL = settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True


def sign_in(user: User, **headers: str) -> ApiClient:
    """Return a client with a session of the user, whose address is verified."""
    EmailAddress.objects.update_or_create(user=user, email=user.email, verified=True, primary=True)
    client = ApiClient()
    response = client.send("POST", SIGN_IN, {"email": user.email, "password": PASSWORD}, **headers)
    assert response.status_code == 200
    return client


def start_change(client: ApiClient, email: str = NEW) -> Any:
    """Confirm the identity, and ask for a code for another address."""
    assert client.send("POST", REAUTHENTICATE, {"password": PASSWORD}).status_code == 200
    return client.send("POST", EMAIL, {"email": email})


def addresses(user: User) -> list[tuple[str, bool, bool]]:
    user.refresh_from_db()
    rows = list(EmailAddress.objects.filter(user=user).values_list("email", "verified", "primary"))
    assert [user.email] == [email for email, _, primary in rows if primary]
    return rows


def test_a_new_password_ends_all_other_sessions_and_is_reported_by_mail(user: User) -> None:
    here, there = sign_in(user), sign_in(user)
    change = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    assert here.send("POST", PASSWORD_CHANGE, change).status_code == 200
    assert [client.get(SESSION).status_code for client in (here, there)] == [200, 401]
    assert [message.to for message in mail.outbox] == [[user.email]]
    assert "Your password was changed" in mail.outbox[0].subject
    assert [session["is_current"] for session in here.get(SESSIONS).json()["data"]] == [True]


def test_attempts_to_change_the_password_are_limited(user: User) -> None:
    client = sign_in(user)
    wrong = {"current_password": "wrong", "new_password": NEW_PASSWORD}
    assert [client.send("POST", PASSWORD_CHANGE, wrong).status_code for _ in range(5)] == [400] * 5
    assert_problem(client.send("POST", PASSWORD_CHANGE, {**wrong, "current_password": PASSWORD}), 429)


def test_a_new_address_needs_the_password_and_a_code_and_the_earlier_one_is_told(user: User) -> None:
    old, client = user.email, sign_in(user)
    refused = client.send("POST", EMAIL, {"email": NEW})
    assert refused.status_code == 401
    assert refused.json()["meta"]["is_authenticated"] is True
    assert {"id": "reauthenticate"} in refused.json()["data"]["flows"]
    assert start_change(client, NEW.upper()).status_code == 200
    assert addresses(user) == [(old, True, True)]
    assert client.send("POST", VERIFY, {"key": code()}).status_code == 200
    assert addresses(user) == [(NEW, True, True)]
    assert [message.to for message in mail.outbox] == [[NEW], [old]]
    assert NEW in str(mail.outbox[1].body)
    assert client.get(SESSION).status_code == 200


def test_the_identity_is_not_confirmed_with_a_wrong_password_and_the_confirmation_expires(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = sign_in(user)
    wrong = client.send("POST", REAUTHENTICATE, {"password": "wrong"})
    assert [error["param"] for error in wrong.json()["errors"]] == ["password"]
    assert client.send("POST", EMAIL, {"email": NEW}).status_code == 401
    assert start_change(client).status_code == 200
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    assert client.send("POST", EMAIL, {"email": NEW}).status_code == 401


def test_a_wrong_code_is_rejected_and_the_sixth_attempt_needs_a_new_change(user: User) -> None:
    client = sign_in(user)
    start_change(client)
    assert [client.send("POST", VERIFY, {"key": "XXXX-XXXX"}).status_code for _ in range(5)] == [400] * 5
    assert client.send("POST", VERIFY, {"key": code()}).status_code == 409
    assert addresses(user) == [(user.email, True, True)]


def test_an_expired_code_is_rejected(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    client = sign_in(user)
    start_change(client)
    later = time.time() + 15 * 60 + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert client.send("POST", VERIFY, {"key": code()}).status_code == 409


def test_a_code_is_accepted_once(user: User) -> None:
    client = sign_in(user)
    start_change(client)
    key = code()
    assert [client.send("POST", VERIFY, {"key": key}).status_code for _ in range(2)] == [200, 409]


def test_a_pending_change_is_listed_until_it_is_cancelled(user: User) -> None:
    client = sign_in(user)
    start_change(client)
    listed = client.get(EMAIL).json()["data"]
    assert [(row["email"], row["verified"]) for row in listed] == [(user.email, True), (NEW, False)]
    assert client.send("DELETE", EMAIL, {"email": NEW}).status_code == 200
    assert [row["email"] for row in client.get(EMAIL).json()["data"]] == [user.email]
    assert client.send("POST", VERIFY, {"key": code()}).status_code == 409


@pytest.mark.parametrize("is_verified", [True, False])
def test_only_the_code_of_the_mail_tells_that_an_address_is_taken(
    user: User, other_user: User, *, is_verified: bool
) -> None:
    if is_verified:
        EmailAddress.objects.create(user=other_user, email=other_user.email, verified=True, primary=True)
    client, old = sign_in(user), user.email
    free = start_change(client).json()
    taken = client.send("POST", EMAIL, {"email": other_user.email}).json()
    assert str(free).replace(NEW, other_user.email) == str(taken)
    refused = client.send("POST", VERIFY, {"key": code()})
    assert refused.status_code == 400
    assert [error["code"] for error in refused.json()["errors"]] == ["email_taken"]
    assert addresses(user) == [(old, True, True)]


@pytest.mark.django_db(transaction=True)
def test_of_two_concurrent_changes_to_one_address_one_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    users = [UserFactory.create(), UserFactory.create()]
    codes = []
    clients = [sign_in(user) for user in users]
    for client, later in zip(clients, (20, 40), strict=True):
        moment = time.time() + later
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        assert start_change(client, "raced@example.com").status_code == 200
        codes.append(code())
    # allauth has checked by then that the address is free.
    checked = Barrier(2)
    confirm = AccountAdapter.confirm_email

    def wait(*arguments: Any) -> bool:
        checked.wait(timeout=10)
        return confirm(*arguments)

    monkeypatch.setattr(AccountAdapter, "confirm_email", wait)

    def verify(number: int) -> int:
        try:
            return int(clients[number].send("POST", VERIFY, {"key": codes[number]}).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(verify, range(2))) == [200, 400]
    assert [len(addresses(user)) for user in users] == [1, 1]


def test_without_verification_an_address_is_changed_by_an_administrator_only(
    api: ApiClient, settings: Settings
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "none"
    for method in ("GET", "POST", "DELETE"):
        problem = assert_problem(api.send(method, EMAIL, {"email": NEW}), 404)
        assert problem["detail"].startswith("Only an administrator")


@pytest.mark.parametrize("name", NOTIFICATIONS)
def test_each_notification_has_a_text_and_an_html_part_in_the_layout_of_the_product(
    user: User, settings: Settings, name: str
) -> None:
    request = RequestFactory(headers={"User-Agent": "<b>Browser</b>", "X-Forwarded-For": "203.0.113.9"}).get(
        "/"
    )
    with context.request_context(request):
        AccountAdapter(request).send_notification_mail(name, user)
    (message,) = mail.outbox
    assert isinstance(message, EmailMultiAlternatives)
    text, html = str(message.body), str(message.alternatives[0][0])
    for part in (text, html):
        assert "203.0.113.9" in part
        assert f"{settings.ENVIRONMENT.address}/reset-password" in part
        assert settings.IDENTITY.title in part
    assert "<b>Browser</b>" in text
    assert "&lt;b&gt;Browser&lt;/b&gt;" in html


def test_a_session_is_listed_and_its_end_takes_effect_at_once(user: User) -> None:
    here = sign_in(user, **{"User-Agent": "Here", "X-Forwarded-For": "203.0.113.5"})
    there = sign_in(user, **{"User-Agent": "There", "X-Forwarded-For": "203.0.113.6"})
    listed = {session["user_agent"]: session for session in here.get(SESSIONS).json()["data"]}
    assert [(listed[name]["ip"], listed[name]["is_current"]) for name in ("Here", "There")] == [
        ("203.0.113.5", True),
        ("203.0.113.6", False),
    ]
    ended = here.send("DELETE", SESSIONS, {"sessions": [listed["There"]["id"]]})
    assert [session["user_agent"] for session in ended.json()["data"]] == ["Here"]
    assert [client.get(SESSION).status_code for client in (here, there)] == [200, 401]


def test_a_session_of_another_user_cannot_be_ended(user: User, other_user: User) -> None:
    here, there = sign_in(user), sign_in(other_user)
    (session,) = there.get(SESSIONS).json()["data"]
    assert here.send("DELETE", SESSIONS, {"sessions": [session["id"]]}).status_code == 400
    assert there.get(SESSION).status_code == 200


def test_a_session_of_the_admin_is_listed(user: User) -> None:
    user.is_staff = True
    user.save()
    admin = ApiClient()
    admin.get("/admin/login/")
    form = {"username": user.email, "password": PASSWORD, "csrfmiddlewaretoken": admin.csrf_token()}
    admin.post("/admin/login/", form)
    assert [session["is_current"] for session in admin.get(SESSIONS).json()["data"]] == [True]


def test_a_scheduled_job_forgets_the_clients_of_expired_sessions(user: User) -> None:
    sign_in(user)
    sign_in(user)
    Session.objects.filter(session_key=UserSession.objects.latest("pk").session_key).delete()
    clear_expired_sessions.call()
    assert UserSession.objects.count() == 1
