"""Sign-in through a provider that is replaced by its responses. The journeys use a real one."""

from types import SimpleNamespace
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from pytest_django import DjangoAssertNumQueries, Settings
from requests import ConnectionError as NoConnection

from app.accounts.models import User
from app.accounts.provider import ProviderAdapter
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.client import REAUTHENTICATE, SESSION, SIGN_IN, ApiClient
from app.common.tests.problems import assert_problem

pytestmark = pytest.mark.django_db
AUTH = "/api/auth/browser/v1"
REDIRECT = f"{AUTH}/auth/provider/redirect"
ACCOUNTS = f"{AUTH}/account/providers"
CALLBACK = "/api/auth/provider/callback"
RETURN = "/sign-in/provider?next=%2Fsystem"
APP = {
    "provider_id": "oidc",
    "name": "Example",
    "client_id": "app",
    "secret": "p@ss",
    "settings": {"server_url": "https://id.example", "oauth_pkce_enabled": True},
}
ENDPOINTS = {
    f"{name}_endpoint": f"https://id.example/{name}" for name in ("authorization", "token", "userinfo")
}
USER = {"sub": "1", "email": "Ada@example.com", "email_verified": True}


class FakeSession:
    """The HTTP client of allauth, which returns the given response bodies by the end of the address."""

    def __init__(self) -> None:
        self.bodies: dict[str, Any] = {
            "configuration": ENDPOINTS,
            "token": {"access_token": "t"},
            "userinfo": USER,
        }
        self.sent: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def get(self, url: str, **_options: Any) -> Any:
        return self.request("GET", url)

    def request(self, _method: str, url: str, data: Any = None, **_options: Any) -> Any:
        self.sent |= data or {}
        body = next(body for name, body in self.bodies.items() if url.endswith(name))
        if isinstance(body, Exception):
            raise body
        return SimpleNamespace(
            status_code=200,
            content=b"",
            headers={"content-type": "application/json"},
            json=lambda: body,
            raise_for_status=lambda: None,
        )


@pytest.fixture(autouse=True)
def provider(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> FakeSession:
    settings.OIDC_APP = APP
    session = FakeSession()
    monkeypatch.setattr(ProviderAdapter, "get_requests_session", lambda _self: session)
    return session


@pytest.fixture
def verified(settings: Settings) -> None:
    settings.SENDS_MAIL = settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"


def leave(client: ApiClient, process: str = "login") -> Any:
    return client.send("POST", REDIRECT, {"provider": "oidc", "callback_url": RETURN, "process": process})


def come_back(client: ApiClient, process: str = "login", **query: str) -> str:
    """Leave for the provider, return with a code, and return the address that then opens."""
    url = leave(client, process).json()["data"]["url"]
    state = parse_qs(urlsplit(url).query)["state"][0]
    response = client.get(CALLBACK, {"state": state, **(query or {"code": "c"})})
    assert response.status_code == 302
    return str(response["Location"])


def error_in(location: str) -> str:
    return parse_qs(urlsplit(location).query)["error"][0]


def signed_in(client: ApiClient) -> str | None:
    user: dict[str, str] | None = client.get("/api/session").json()["user"]
    return user["email"] if user else None


def test_the_browser_gets_the_address_at_the_provider_with_the_callback_on_the_host_that_it_uses(
    anonymous: ApiClient, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["app.example"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    origin = "https://app.example:8443"
    anonymous.defaults |= {
        "HTTP_HOST": "app.example:8443",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_ORIGIN": origin,
    }
    url = urlsplit(leave(anonymous).json()["data"]["url"])
    assert url.geturl().startswith("https://id.example/authorization?")
    query = parse_qs(url.query)
    assert query["redirect_uri"] == [f"{origin}{CALLBACK}"]
    assert query["code_challenge_method"] == ["S256"]


def test_a_first_sign_in_creates_an_account_without_a_password(
    anonymous: ApiClient, provider: FakeSession, verified: None
) -> None:
    assert come_back(anonymous) == RETURN
    assert provider.sent["client_secret"] == "p@ss"
    assert provider.sent["code_verifier"]
    assert signed_in(anonymous) == "ada@example.com"
    assert anonymous.get("/api/session").json()["user"]["has_password"] is False
    assert EmailAddress.objects.get().verified
    assert come_back(ApiClient()) == RETURN
    assert User.objects.count() == 1


@pytest.mark.parametrize("claim", [{}, {"email_verified": False}, {"email_verified": "false"}])
def test_an_address_that_the_provider_has_not_verified_needs_a_code(
    anonymous: ApiClient, provider: FakeSession, verified: None, claim: dict[str, Any]
) -> None:
    provider.bodies["userinfo"] = {"sub": "1", "email": "ada@example.com", **claim}
    assert come_back(anonymous) == RETURN
    flows = anonymous.get(SESSION).json()["data"]["flows"]
    assert [flow["id"] for flow in flows if flow.get("is_pending")] == ["verify_email"]


@pytest.mark.parametrize("verification", ["mandatory", "none"])
def test_an_account_with_the_address_is_not_taken_over(
    anonymous: ApiClient, settings: Settings, verification: str
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = verification
    UserFactory.create(email="ada@example.com")
    location = come_back(anonymous)
    assert error_in(location) == "email_taken"
    assert location.startswith(f"{RETURN}&")
    assert signed_in(anonymous) is None
    assert not SocialAccount.objects.exists()


def test_only_a_mail_says_that_an_address_which_is_not_verified_has_an_account(
    anonymous: ApiClient, provider: FakeSession, verified: None
) -> None:
    UserFactory.create(email="ada@example.com")
    provider.bodies["userinfo"] = {**USER, "email_verified": False}
    assert come_back(anonymous) == RETURN
    assert "already have an account" in mail.outbox[-1].subject


def test_a_sign_up_that_saves_the_address_after_the_check_is_refused(
    anonymous: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    UserFactory.create(email="ada@example.com")
    monkeypatch.setattr("app.accounts.provider.filter_users_by_email", lambda _email: [])
    monkeypatch.setattr(
        "allauth.socialaccount.internal.flows.signup.assess_unique_email", lambda _email: True
    )
    assert error_in(come_back(anonymous)) == "email_taken"


@pytest.mark.parametrize(
    ("query", "error"),
    [({"error": "access_denied"}, "cancelled"), ({"error": "server_error"}, "unknown")],
)
def test_a_refusal_of_the_provider_leads_back_to_the_app(
    anonymous: ApiClient, query: dict[str, str], error: str
) -> None:
    assert error_in(come_back(anonymous, **query)) == error


def test_a_state_is_accepted_once_and_in_the_browser_that_asked_for_it(anonymous: ApiClient) -> None:
    state = parse_qs(urlsplit(leave(anonymous).json()["data"]["url"]).query)["state"][0]
    for client, expected in ((ApiClient(), "unknown"), (anonymous, None), (anonymous, "unknown")):
        location = client.get(CALLBACK, {"state": state, "code": "c"})["Location"]
        assert location == RETURN if expected is None else error_in(location) == expected
    assert error_in(anonymous.get(CALLBACK)["Location"]) == "unknown"


@pytest.mark.parametrize(
    "body", [NoConnection("down"), {}, [], {"sub": "x" * 200}, {"email": "ada@example.com"}]
)
@pytest.mark.parametrize("endpoint", ["token", "userinfo"])
def test_a_provider_that_fails_leads_back_to_the_app(
    anonymous: ApiClient, provider: FakeSession, endpoint: str, body: Any
) -> None:
    provider.bodies[endpoint] = body
    assert error_in(come_back(anonymous)) == "unknown"


@pytest.mark.parametrize("body", [NoConnection("down"), {}, []])
def test_a_provider_that_is_down_is_503_before_the_user_leaves_and_an_error_after(
    anonymous: ApiClient, provider: FakeSession, body: Any
) -> None:
    state = parse_qs(urlsplit(leave(anonymous).json()["data"]["url"]).query)["state"][0]
    provider.bodies["configuration"] = body
    assert "provider does not respond" in assert_problem(leave(anonymous), 503)["detail"]
    assert error_in(anonymous.get(CALLBACK, {"state": state, "code": "c"})["Location"]) == "unknown"


@pytest.mark.parametrize("address", [{}, {"email": "not-an-address"}, {"email": f"{'x' * 250}@example.com"}])
def test_an_account_needs_an_address(
    anonymous: ApiClient, provider: FakeSession, address: dict[str, str]
) -> None:
    provider.bodies["userinfo"] = {"sub": "1", **address}
    assert error_in(come_back(anonymous)) == "no_email"


def test_a_deactivated_account_gets_no_session(anonymous: ApiClient) -> None:
    come_back(anonymous)
    User.objects.update(is_active=False)
    client = ApiClient()
    assert error_in(come_back(client)) == "unknown"
    assert signed_in(client) is None


def test_a_signed_in_user_connects_and_disconnects_the_provider_and_gets_mails(
    anonymous: ApiClient, user: User, settings: Settings, verified: None
) -> None:
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    anonymous.send("POST", SIGN_IN, {"email": user.email, "password": PASSWORD})
    assert leave(anonymous, "connect").status_code == 401
    anonymous.send("POST", REAUTHENTICATE, {"password": PASSWORD})
    assert come_back(anonymous, "connect") == RETURN
    connected = anonymous.get(ACCOUNTS).json()["data"]
    assert [account["provider"]["name"] for account in connected] == ["Example"]
    client = ApiClient()
    come_back(client)
    assert signed_in(client) == user.email
    response = anonymous.send("DELETE", ACCOUNTS, {"provider": "oidc", "account": "1"})
    assert response.json() == {"status": 200, "data": []}
    subjects = [message.subject for message in mail.outbox]
    assert ["was connected" in subjects[0], "was disconnected" in subjects[1]] == [True, True]
    assert "Browser: " in mail.outbox[1].body


def test_a_provider_that_belongs_to_another_account_is_not_connected(
    anonymous: ApiClient, confirmed: ApiClient
) -> None:
    come_back(anonymous)
    assert error_in(come_back(confirmed, "connect")) == "connected_other"


def test_the_only_way_to_sign_in_cannot_be_disconnected_before_a_password_is_set(
    anonymous: ApiClient, verified: None
) -> None:
    come_back(anonymous)
    account = {"provider": "oidc", "account": "1"}
    response = anonymous.send("DELETE", ACCOUNTS, account)
    assert [error["code"] for error in response.json()["errors"]] == ["no_password"]
    password = {"new_password": PASSWORD}
    assert anonymous.send("POST", f"{AUTH}/account/password/change", password).status_code == 200
    anonymous.send("POST", REAUTHENTICATE, {"password": PASSWORD})
    assert anonymous.send("DELETE", ACCOUNTS, account).status_code == 200


@pytest.mark.parametrize(
    "operation",
    [
        ("POST", f"{AUTH}/account/password/change", {"new_password": PASSWORD}),
        ("POST", f"{AUTH}/account/email", {"email": "new@example.com"}),
        ("POST", "/api/account/export", None),
        ("DELETE", "/api/account", None),
    ],
)
def test_a_user_without_a_password_confirms_the_identity_at_the_provider(
    anonymous: ApiClient, settings: Settings, verified: None, operation: tuple[str, str, Any]
) -> None:
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    assert "prompt=" not in leave(anonymous).json()["data"]["url"]
    come_back(anonymous)
    refused = anonymous.send(*operation)
    assert (refused.status_code, refused.json()["meta"]) == (401, {"is_authenticated": True})
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    # Not with the session at the provider alone.
    assert "prompt=login" in leave(anonymous).json()["data"]["url"]
    come_back(anonymous)
    assert anonymous.send(*operation).status_code < 300


def test_a_user_with_a_password_confirms_the_identity_with_it_after_a_sign_in_at_the_provider(
    anonymous: ApiClient,
) -> None:
    come_back(anonymous)
    anonymous.send("POST", f"{AUTH}/account/password/change", {"new_password": PASSWORD})
    client = ApiClient()
    come_back(client)
    response = client.send("DELETE", "/api/account")
    assert [flow["id"] for flow in response.json()["data"]["flows"]][:1] == ["reauthenticate"]


def test_a_user_who_is_not_signed_in_connects_nothing(anonymous: ApiClient) -> None:
    assert leave(anonymous, "connect").status_code == 401


@pytest.mark.parametrize("address", ["https://evil.example", "//evil.example", ""])
def test_the_return_stays_on_this_host(anonymous: ApiClient, address: str) -> None:
    body = {"provider": "oidc", "callback_url": address, "process": "login"}
    assert anonymous.send("POST", REDIRECT, body).status_code == 400


def test_the_provider_costs_no_query(
    anonymous: ApiClient, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for app in (APP, {}):
        settings.OIDC_APP = app
        with django_assert_num_queries(0):
            assert anonymous.get(SESSION).status_code == 401
            assert anonymous.get(f"{AUTH}/config").status_code == 200


def test_without_a_provider_nothing_is_there(api: ApiClient, settings: Settings) -> None:
    settings.OIDC_APP = {}
    assert api.get(f"{AUTH}/config").json()["data"]["socialaccount"] == {"providers": []}
    for response in (leave(api), api.get(ACCOUNTS), api.get(CALLBACK)):
        assert_problem(response, 404)


@pytest.mark.parametrize("path", ["signup", "token"])
def test_forms_and_tokens_of_a_provider_are_not_served(anonymous: ApiClient, path: str) -> None:
    assert_problem(anonymous.send("POST", f"{AUTH}/auth/provider/{path}", {}), 404)
