"""Verification of the address and password reset, each with a code that a mail contains."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import OperationalError, connection, connections
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from app.accounts.adapter import AccountAdapter
from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.client import SESSION, SIGN_IN, ApiClient
from app.common.tests.problems import assert_problem

pytestmark = pytest.mark.django_db
AUTH = "/api/auth/browser/v1/auth"
SIGN_UP = f"{AUTH}/signup"
VERIFY = f"{AUTH}/email/verify"
RESEND = f"{VERIFY}/resend"
REQUEST = f"{AUTH}/password/request"
RESET = f"{AUTH}/password/reset"
NEW = {"email": "new@example.com", "password": PASSWORD}
NEW_PASSWORD = "another horse battery"
WRONG = "XXXX-XXXX"
CODE = re.compile(r"[A-Z]{4}-[A-Z]{4}")


@pytest.fixture(autouse=True)
def _with_mail(settings: Settings) -> None:
    settings.SENDS_MAIL = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True


@pytest.fixture
def known() -> User:
    """Return a user whose address is verified."""
    user = UserFactory.create(email="known@example.com")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def code() -> str:
    """Return the code in the latest mail."""
    found = CODE.search(str(mail.outbox[-1].body))
    assert found
    return found[0]


def pending(response: Any) -> list[str]:
    """Return the flows that a 401 response says are pending."""
    assert response.status_code == 401
    return [flow["id"] for flow in response.json()["data"]["flows"] if flow.get("is_pending")]


def start_verification(client: ApiClient) -> None:
    assert pending(client.send("POST", SIGN_UP, NEW)) == ["verify_email"]


def start_reset(client: ApiClient) -> None:
    response = client.send("POST", REQUEST, {"email": "known@example.com"})
    assert pending(response) == ["password_reset_by_code"]


def send_code(client: ApiClient, path: str, key: str) -> Any:
    return client.send(
        "POST", path, {"key": key, "password": NEW_PASSWORD} if path == RESET else {"key": key}
    )


Start = Callable[[ApiClient], None]
FLOWS = pytest.mark.parametrize(("start", "path"), [(start_verification, VERIFY), (start_reset, RESET)])


def test_sign_up_needs_the_code_of_the_mail(anonymous: ApiClient) -> None:
    start_verification(anonymous)
    assert anonymous.get(SESSION).status_code == 401
    assert send_code(anonymous, VERIFY, code()).status_code == 200
    assert anonymous.get(SESSION).json()["data"]["user"]["email"] == NEW["email"]


def test_a_user_who_has_not_verified_the_address_gets_a_code_at_sign_in(
    anonymous: ApiClient, user: User
) -> None:
    response = anonymous.send("POST", SIGN_IN, {"email": user.email, "password": PASSWORD})
    assert pending(response) == ["verify_email"]
    assert send_code(anonymous, VERIFY, code()).status_code == 200


def test_a_code_chooses_a_new_password_and_signs_in(anonymous: ApiClient, known: User) -> None:
    other = ApiClient()
    other.force_login(known)
    start_reset(anonymous)
    assert send_code(anonymous, RESET, code().lower().replace("-", " ")).status_code == 200
    assert anonymous.get(SESSION).status_code == 200
    known.refresh_from_db()
    assert known.check_password(NEW_PASSWORD)
    # Sessions with the old password have ended.
    assert other.get(SESSION).status_code == 401


def test_a_weak_new_password_is_rejected_and_the_code_stays_valid(anonymous: ApiClient, known: User) -> None:
    start_reset(anonymous)
    weak = anonymous.send("POST", RESET, {"key": code(), "password": "password"})
    assert [(error["param"], error["code"]) for error in weak.json()["errors"]] == [
        ("password", "password_too_common")
    ]
    assert send_code(anonymous, RESET, code()).status_code == 200


@FLOWS
def test_a_wrong_code_is_rejected_and_the_right_one_still_accepted(
    anonymous: ApiClient, known: User, start: Start, path: str
) -> None:
    start(anonymous)
    response = send_code(anonymous, path, WRONG)
    assert response.status_code == 400
    assert [(error["param"], error["code"]) for error in response.json()["errors"]] == [
        ("key", "incorrect_code")
    ]
    assert send_code(anonymous, path, code()).status_code == 200


@FLOWS
def test_after_five_wrong_codes_even_the_right_one_is_rejected(
    anonymous: ApiClient, known: User, start: Start, path: str
) -> None:
    start(anonymous)
    assert [send_code(anonymous, path, WRONG).status_code for _ in range(5)] == [400] * 5
    assert send_code(anonymous, path, code()).status_code == 409
    assert anonymous.get(SESSION).status_code == 401


@FLOWS
def test_an_expired_code_is_rejected(
    anonymous: ApiClient, known: User, start: Start, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(anonymous)
    later = time.time() + 15 * 60 + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert send_code(anonymous, path, code()).status_code == 409


@FLOWS
def test_a_code_is_accepted_once(anonymous: ApiClient, known: User, start: Start, path: str) -> None:
    start(anonymous)
    assert send_code(anonymous, path, code()).status_code == 200
    assert send_code(anonymous, path, code()).status_code == 409
    anonymous.send("DELETE", SESSION)
    assert send_code(anonymous, path, code()).status_code == 409


@FLOWS
def test_a_code_is_accepted_only_in_the_browser_that_asked_for_it(
    anonymous: ApiClient, known: User, start: Start, path: str
) -> None:
    start(anonymous)
    assert send_code(ApiClient(), path, code()).status_code == 409


def test_a_new_code_replaces_the_old_one(anonymous: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    start_verification(anonymous)
    old = code()
    assert_problem(anonymous.send("POST", RESEND), 429)
    later = time.time() + 11
    monkeypatch.setattr(time, "time", lambda: later)
    assert anonymous.send("POST", RESEND).status_code == 200
    assert send_code(anonymous, VERIFY, old).status_code == 400
    assert send_code(anonymous, VERIFY, code()).status_code == 200


@pytest.mark.parametrize(
    ("path", "payload"),
    [(SIGN_UP, {"password": PASSWORD}), (REQUEST, {}), (SIGN_IN, {"password": "not the password"})],
)
def test_no_response_says_whether_an_address_has_an_account(
    known: User, path: str, payload: dict[str, str]
) -> None:
    responses = []
    for email in (known.email, "new@example.com"):
        client = ApiClient()
        first = client.send("POST", path, {**payload, "email": email})
        wrong = [send_code(client, key, WRONG) for key in (VERIFY, RESET) for _ in range(6)]
        responses.append([(one.status_code, one.json()) for one in (first, *wrong)])
    assert responses[0] == responses[1]


@pytest.mark.parametrize(
    ("path", "password"),
    [(SIGN_UP, PASSWORD), (SIGN_IN, "not the password"), (SIGN_IN, " with spaces "), (REQUEST, "")],
)
def test_a_known_address_costs_as_many_hashes_and_mails_as_a_new_one(
    known: User, monkeypatch: pytest.MonkeyPatch, path: str, password: str
) -> None:
    hashes: list[str] = []
    encode = MD5PasswordHasher.encode

    def count(hasher: MD5PasswordHasher, password: str, salt: str) -> str:
        hashes.append(password)
        return encode(hasher, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", count)
    costs = []
    for email in (known.email, "new@example.com"):
        hashes.clear()
        mail.outbox.clear()
        ApiClient().send("POST", path, {"email": email, "password": password})
        costs.append((len(hashes), len(mail.outbox)))
    assert costs[0] == costs[1]


@pytest.mark.django_db(transaction=True)
def test_concurrent_sign_ups_do_not_say_that_the_address_has_an_account(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # allauth calls this after the form has found that the address is free.
    checked = Barrier(2)
    monkeypatch.setattr(AccountAdapter, "populate_username", lambda *_: checked.wait(timeout=10))

    # Limits are in a table that is not emptied after this test, so no other test uses this address.
    raced = {**NEW, "email": "raced@example.com"}

    def sign_up(address: str) -> Any:
        try:
            return ApiClient().send("POST", SIGN_UP, raced, **{"X-Forwarded-For": address})
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        responses = list(pool.map(sign_up, ["203.0.113.7", "203.0.113.8"]))
    # The limit of mails per address may reject one of them.
    assert {response.status_code for response in responses} <= {401, 429}
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("path", "email", "expected"),
    [
        (SIGN_UP, "new@example.com", ("Confirm your email address", "valid for 15 minutes")),
        (SIGN_UP, "known@example.com", ("You already have an account", "/reset-password")),
        (REQUEST, "known@example.com", ("Choose a new password", "valid for 15 minutes")),
        (REQUEST, "new@example.com", ("No account has this address", "/sign-up")),
    ],
)
def test_each_mail_has_a_text_and_an_html_part_with_title_and_address_of_the_product(
    known: User, settings: Settings, path: str, email: str, expected: tuple[str, str]
) -> None:
    subject, words = expected
    ApiClient().send("POST", path, {"email": email, "password": PASSWORD})
    (message,) = mail.outbox
    assert isinstance(message, EmailMultiAlternatives)
    assert message.to == [email]
    assert message.subject == f"[{settings.IDENTITY.title}] {subject}"
    html = str(message.alternatives[0][0])
    for part in (str(message.body), html):
        assert words in part
        assert email in part
        assert settings.IDENTITY.title in part
        assert "http://testserver" in part
    assert CODE.findall(str(message.body)) == CODE.findall(html)


@pytest.mark.django_db(transaction=True)
def test_a_sign_up_while_the_job_table_is_full_fails_and_a_later_sign_in_sends_the_code(
    anonymous: ApiClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = "app.common.mail.JobEmailBackend"
    settings.MAIL_DELIVERY_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    late = {**NEW, "email": "late@example.com"}

    def refuse(execute: Any, sql: str, *args: Any) -> Any:
        if sql.startswith(f'INSERT INTO "{DBTaskResult._meta.db_table}"'):
            raise OperationalError("database or disk is full")
        return execute(sql, *args)

    anonymous.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        assert_problem(anonymous.send("POST", SIGN_UP, late), 503)
    assert anonymous.get(SESSION).status_code == 401
    # Mails to one address are limited to one in ten seconds.
    later = time.time() + 11
    monkeypatch.setattr(time, "time", lambda: later)
    assert pending(anonymous.send("POST", SIGN_IN, late)) == ["verify_email"]
    assert DBTaskResult.objects.count() == 1


@pytest.mark.parametrize("path", [REQUEST, RESET, VERIFY, RESEND])
def test_without_a_mail_server_the_response_says_so(
    anonymous: ApiClient, settings: Settings, path: str
) -> None:
    settings.SENDS_MAIL = False
    problem = assert_problem(anonymous.send("POST", path, {"email": "a@example.com"}), 404)
    assert problem["detail"].startswith("This installation sends no mail.")
