"""Which operations of the OpenAPI document need a user, and what counts as one."""

import json
import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from pytest_django import Settings

from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.client import SIGN_IN, ApiClient
from config import openapi

pytestmark = pytest.mark.django_db
# For sign-in, and for pages that everyone sees. Every other operation needs a user.
PUBLIC = re.compile(
    r"get(Liveness|Readiness|System|Session|AuthConfiguration|AuthenticationStatus|SignInPasskeyOptions)"
    r"|sign(In|Up|Out).*|.*PasswordReset.*|resetPassword|.*(verifyEmail|EmailVerification(Code|Information))"
    r"|getSecondFactorPasskeyOptions|trustBrowser|redirectToProvider"
)
AUTH = "/api/auth/browser/v1/auth"
PRIVATE = [
    pytest.param(method.upper(), re.sub(r"{\w+}", "00000000-0000-4000-8000-000000000000", path), id=name)
    for path, item in json.loads(openapi.text())["paths"].items()
    for method, operation in item.items()
    if not PUBLIC.fullmatch(name := operation["operationId"])
]


@pytest.fixture(autouse=True)
def _with_verification(settings: Settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
    settings.SENDS_MAIL = True
    # Without them, some operations respond 404 to everyone.
    settings.OIDC_APP = {"provider_id": "oidc", "name": "Example", "client_id": "app", "secret": "s"}


def sign_in(*, verified: bool) -> tuple[ApiClient, str]:
    """Enter the password of a user with a second factor. Return the client and the factor's secret."""
    user = UserFactory.create()
    EmailAddress.objects.create(user=user, email=user.email, verified=verified, primary=True)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    client = ApiClient()
    assert client.send("POST", SIGN_IN, {"email": user.email, "password": PASSWORD}).status_code == 401
    return client, secret


@pytest.mark.parametrize(("method", "path"), PRIVATE)
@pytest.mark.parametrize("step", ["no session", "address not verified", "second factor not passed"])
def test_without_a_complete_sign_in_the_response_is_401(method: str, path: str, step: str) -> None:
    client = ApiClient() if step == "no session" else sign_in(verified="second" in step)[0]
    response = client.send(method, path, {} if method != "GET" else None)
    # The address can be corrected before it is verified, with 409 if no verification is pending.
    assert response.status_code == 401 or (method, path[-14:]) == ("POST", "/account/email"), response.content


def test_after_the_last_step_of_a_sign_in_the_session_is_accepted() -> None:
    client, secret = sign_in(verified=True)
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    assert client.send("POST", f"{AUTH}/2fa/authenticate", {"code": code}).status_code == 401
    assert client.get(f"{AUTH}/sessions").status_code == 401
    assert client.send("POST", f"{AUTH}/2fa/trust", {"trust": False}).status_code == 200
    assert client.get(f"{AUTH}/sessions").status_code == 200
