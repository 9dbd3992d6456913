"""The second factor: authenticator app, recovery codes, trusted browsers, passkeys."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings as configured
from pytest_django import Settings

from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD
from app.accounts.tests.test_codes import NEW_PASSWORD, code, pending
from app.common.tests.client import SESSION, SIGN_IN, ApiClient
from app.common.tests.problems import assert_problem

pytestmark = pytest.mark.django_db
ROOT = "/api/auth/browser/v1"
AUTHENTICATE, TRUST = f"{ROOT}/auth/2fa/authenticate", f"{ROOT}/auth/2fa/trust"
AUTHENTICATORS = f"{ROOT}/account/authenticators"
TOTP, RECOVERY_CODES = f"{AUTHENTICATORS}/totp", f"{AUTHENTICATORS}/recovery-codes"
PASSKEYS, PASSKEY_SIGN_IN = f"{AUTHENTICATORS}/webauthn", f"{ROOT}/auth/webauthn/login"
WRONG = "abcdef"

Clock = Callable[[int], None]


@pytest.fixture(autouse=True)
def _with_mail(settings: Settings) -> None:
    settings.SENDS_MAIL = True


@pytest.fixture
def advance(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return a function that moves the clock forward."""
    now = [time.time()]
    monkeypatch.setattr(time, "time", lambda: now[0])

    def move(seconds: int) -> None:
        now[0] += seconds

    return move


@pytest.fixture
def known(confirmed: ApiClient, user: User) -> ApiClient:
    """Return a client whose user has entered the password just now, and whose address is verified."""
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return confirmed


@pytest.fixture
def secret(known: ApiClient, advance: Clock) -> str:
    """Activate an authenticator app and return its secret."""
    response = known.get(TOTP)
    secret = str(response.json()["meta"]["secret"])
    assert known.send("POST", TOTP, {"code": totp(secret)}).status_code == 200
    return secret


def totp(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def sign_in(client: ApiClient, user: User, password: str = PASSWORD) -> Any:
    return client.send("POST", SIGN_IN, {"email": user.email, "password": password})


def answer(client: ApiClient, code: str) -> Any:
    return client.send("POST", AUTHENTICATE, {"code": code})


def trust(client: ApiClient, *, wanted: bool) -> Any:
    return client.send("POST", TRUST, {"trust": wanted})


def codes(response: Any) -> list[tuple[str, str]]:
    assert response.status_code == 400
    return [(error["param"], error["code"]) for error in response.json()["errors"]]


def test_sign_in_needs_the_code_of_the_authenticator_app(
    anonymous: ApiClient, user: User, secret: str
) -> None:
    assert pending(sign_in(anonymous, user)) == ["mfa_authenticate"]
    assert anonymous.get(SESSION).status_code == 401
    assert pending(answer(anonymous, totp(secret))) == ["mfa_trust"]
    assert trust(anonymous, wanted=False).status_code == 200
    assert anonymous.get(SESSION).json()["data"]["user"]["email"] == user.email
    assert configured.MFA_TRUST_COOKIE_NAME not in anonymous.cookies


def test_a_wrong_code_is_rejected_and_the_right_one_still_accepted(
    anonymous: ApiClient, user: User, secret: str
) -> None:
    sign_in(anonymous, user)
    assert codes(answer(anonymous, WRONG)) == [("code", "incorrect_code")]
    assert pending(answer(anonymous, totp(secret))) == ["mfa_trust"]


def test_an_expired_or_used_code_is_rejected(
    anonymous: ApiClient, user: User, secret: str, advance: Clock
) -> None:
    used = totp(secret)
    sign_in(anonymous, user)
    answer(anonymous, used)
    other = ApiClient()
    sign_in(other, user)
    assert codes(answer(other, used)) == [("code", "incorrect_code")]
    advance(30)
    assert codes(answer(other, used)) == [("code", "incorrect_code")]
    assert pending(answer(other, totp(secret))) == ["mfa_trust"]


def test_after_five_wrong_codes_even_the_right_one_waits_five_minutes(
    anonymous: ApiClient, user: User, secret: str, advance: Clock
) -> None:
    sign_in(anonymous, user)
    assert [answer(anonymous, WRONG).status_code for _ in range(5)] == [400] * 5
    response = answer(anonymous, totp(secret))
    assert assert_problem(response, 429)["detail"] == "Wait 5 minutes, then try again."
    assert response["Retry-After"] == "300"
    advance(301)
    assert pending(answer(anonymous, totp(secret))) == ["mfa_trust"]


def test_a_recovery_code_is_accepted_once(known: ApiClient, user: User, secret: str) -> None:
    recovery_code, *_ = known.get(RECOVERY_CODES).json()["data"]["unused_codes"]
    clients = [ApiClient(), ApiClient()]
    for client in clients:
        sign_in(client, user)
    assert pending(answer(clients[0], recovery_code)) == ["mfa_trust"]
    assert codes(answer(clients[1], recovery_code)) == [("code", "incorrect_code")]


def test_the_second_step_ends_after_fifteen_minutes_and_without_a_first_step(
    anonymous: ApiClient, user: User, secret: str, advance: Clock
) -> None:
    assert pending(answer(anonymous, totp(secret))) == []
    sign_in(anonymous, user)
    advance(15 * 60 + 1)
    assert pending(answer(anonymous, totp(secret))) == []


def test_a_trusted_browser_is_not_asked_again_until_the_password_changes(
    anonymous: ApiClient, user: User, secret: str
) -> None:
    sign_in(anonymous, user)
    answer(anonymous, totp(secret))
    cookie = trust(anonymous, wanted=True).cookies[f"{configured.IDENTITY.name}-trusted"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", "")
    anonymous.send("DELETE", SESSION)
    assert sign_in(anonymous, user).status_code == 200
    assert pending(sign_in(ApiClient(), user)) == ["mfa_authenticate"]
    user.set_password(NEW_PASSWORD)
    user.save()
    anonymous.send("DELETE", SESSION)
    assert pending(sign_in(anonymous, user, NEW_PASSWORD)) == ["mfa_authenticate"]


def test_a_password_reset_does_not_replace_the_second_factor(
    anonymous: ApiClient, user: User, secret: str
) -> None:
    anonymous.send("POST", f"{ROOT}/auth/password/request", {"email": user.email})
    reset = {"key": code(), "password": NEW_PASSWORD}
    response = anonymous.send("POST", f"{ROOT}/auth/password/reset", reset)
    assert pending(response) == ["mfa_authenticate"]
    assert pending(answer(anonymous, totp(secret))) == ["mfa_trust"]


def test_verification_of_the_address_does_not_replace_the_second_factor(
    anonymous: ApiClient, user: User, secret: str, settings: Settings
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
    EmailAddress.objects.update(verified=False)
    assert pending(sign_in(anonymous, user)) == ["verify_email"]
    response = anonymous.send("POST", f"{ROOT}/auth/email/verify", {"key": code()})
    assert pending(response) == ["mfa_authenticate"]
    assert pending(answer(anonymous, totp(secret))) == ["mfa_trust"]


def test_the_admin_refuses_a_password_without_the_second_factor(
    anonymous: ApiClient, user: User, secret: str
) -> None:
    User.objects.update(is_staff=True)
    form = {"username": user.email, "password": PASSWORD, "csrfmiddlewaretoken": anonymous.csrf_token()}
    response = anonymous.post("/admin/login/?next=/admin/", form)
    assert "This account has a second factor. Sign in at /sign-in" in response.content.decode()
    assert anonymous.get(SESSION).status_code == 401


def test_set_up_and_changes_need_the_password(api: ApiClient, user: User) -> None:
    for method, path in [("GET", TOTP), ("GET", PASSKEYS), ("DELETE", TOTP), ("POST", RECOVERY_CODES)]:
        Authenticator.objects.all().delete()
        if method != "GET":
            Authenticator.objects.create(user=user, type="totp", data={})
        response = api.send(method, path)
        assert response.status_code == 401
        assert response.json()["meta"]["is_authenticated"] is True


def test_after_five_wrong_codes_the_set_up_waits_five_minutes(known: ApiClient) -> None:
    secret = str(known.get(TOTP).json()["meta"]["secret"])
    assert codes(known.send("POST", TOTP, {"code": WRONG})) == [("code", "incorrect_code")]
    for _ in range(4):
        known.send("POST", TOTP, {"code": WRONG})
    response = known.send("POST", TOTP, {"code": totp(secret)})
    assert assert_problem(response, 429)["detail"] == "Wait 5 minutes, then try again."


def test_where_addresses_are_verified_the_set_up_needs_a_verified_one(
    known: ApiClient, settings: Settings
) -> None:
    EmailAddress.objects.update(verified=False)
    # This installation sends no mail, so no address is verified.
    assert known.get(TOTP).status_code == 404
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False
    response = known.get(TOTP)
    assert response.status_code == 409
    assert response.json()["errors"][0]["message"].startswith("Confirm your email address first")


def test_recovery_codes_are_shown_once_and_replaced_by_new_ones(
    known: ApiClient, user: User, secret: str
) -> None:
    old = known.get(RECOVERY_CODES).json()["data"]["unused_codes"]
    assert len(old) == 10
    assert "unused_codes" not in known.get(RECOVERY_CODES).json()["data"]
    new = known.send("POST", RECOVERY_CODES).json()["data"]["unused_codes"]
    assert "unused_codes" not in known.get(RECOVERY_CODES).json()["data"]
    client = ApiClient()
    sign_in(client, user)
    assert codes(answer(client, old[0])) == [("code", "incorrect_code")]
    assert pending(answer(client, new[0])) == ["mfa_trust"]


def test_without_the_authenticator_app_the_password_is_enough(
    known: ApiClient, anonymous: ApiClient, user: User, secret: str
) -> None:
    assert known.send("DELETE", TOTP).status_code == 200
    assert sign_in(anonymous, user).status_code == 200
    assert not Authenticator.objects.exists()


def test_secrets_are_encrypted_and_of_no_use_with_another_key(
    known: ApiClient, anonymous: ApiClient, user: User, secret: str, settings: Settings
) -> None:
    recovery_code, *_ = known.get(RECOVERY_CODES).json()["data"]["unused_codes"]
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    settings.SECRET_KEY = "another key " * 5
    assert pending(sign_in(anonymous, user)) == ["mfa_authenticate"]
    for value in (totp(secret), recovery_code):
        assert codes(answer(anonymous, value)) == [("code", "incorrect_code")]


def test_a_passkey_is_stored_on_the_device_and_asks_for_a_pin_or_fingerprint(
    known: ApiClient, anonymous: ApiClient, settings: Settings
) -> None:
    creation = known.get(f"{PASSKEYS}?passwordless=true").json()["data"]["creation_options"]["publicKey"]
    assert creation["rp"] == {"id": "testserver", "name": settings.IDENTITY.title}
    assert creation["authenticatorSelection"]["residentKey"] == "required"
    request = anonymous.get(PASSKEY_SIGN_IN).json()["data"]["request_options"]["publicKey"]
    again = known.get(f"{ROOT}/auth/webauthn/reauthenticate").json()["data"]["request_options"]["publicKey"]
    for options in (creation["authenticatorSelection"], request, again):
        assert options["userVerification"] == "required"


@pytest.mark.parametrize(
    "credential",
    [{}, [], "text", 5, {"id": 5}, {"id": "AA", "rawId": "AA", "response": {}, "type": "public-key"}],
)
def test_an_invalid_passkey_is_rejected(known: ApiClient, credential: object) -> None:
    anonymous = ApiClient()
    anonymous.get(PASSKEY_SIGN_IN)
    known.get(f"{PASSKEYS}?passwordless=true")
    payload = {"credential": credential}
    for response in (anonymous.send("POST", PASSKEY_SIGN_IN, payload), known.send("POST", PASSKEYS, payload)):
        assert response.status_code == 400
        assert anonymous.get(SESSION).status_code == 401
