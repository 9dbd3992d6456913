import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connections
from pytest_django import Settings

from app.accounts import openapi
from app.accounts.adapter import AccountAdapter
from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.client import SESSION, SIGN_IN, ApiClient
from app.common.tests.problems import assert_problem

pytestmark = pytest.mark.django_db
AUTH = "/api/auth/browser/v1/auth"
SIGN_UP = f"{AUTH}/signup"
NEW = {"email": "new@example.com", "password": PASSWORD}
MISMATCH = {("password", "email_password_mismatch")}


def errors(response: Any) -> set[tuple[str, str]]:
    """Return the field and code of each error in allauth's format."""
    body = response.json()
    assert body["status"] == 400
    return {(error.get("param", ""), error["code"]) for error in body["errors"]}


def test_an_anonymous_session_is_401_and_sets_a_csrf_cookie_that_scripts_can_read(
    anonymous: ApiClient,
) -> None:
    response = anonymous.get(SESSION)
    assert response.status_code == 401
    assert response.json()["meta"]["is_authenticated"] is False
    assert response.cookies[settings.CSRF_COOKIE_NAME]["httponly"] == ""


def test_cookie_names_start_with_the_name_of_the_product() -> None:
    name = settings.IDENTITY.name
    assert f"{name}-session" == settings.SESSION_COOKIE_NAME
    assert f"{name}-csrf" == settings.CSRF_COOKIE_NAME


def test_sign_up_creates_a_user_and_a_session(anonymous: ApiClient) -> None:
    response = anonymous.send("POST", SIGN_UP, NEW)
    assert response.status_code == 200
    session = anonymous.get(SESSION).json()
    assert session["data"]["user"]["email"] == "new@example.com"
    assert anonymous.get("/api/system").json()["session"] == {"authenticated": True}


def test_sign_in_ignores_the_case_of_the_address(anonymous: ApiClient) -> None:
    user = UserFactory.create(email="Ada@Example.com")
    response = anonymous.send("POST", SIGN_IN, {"email": "aDA@example.COM", "password": PASSWORD})
    assert response.json()["data"]["user"]["id"] == user.pk


@pytest.mark.parametrize("password", [f"{PASSWORD} ", f" {PASSWORD}", "\u00a0another horse battery\u00a0"])
def test_spaces_around_a_password_belong_to_it(anonymous: ApiClient, password: str) -> None:
    assert anonymous.send("POST", SIGN_UP, {**NEW, "password": password}).status_code == 200
    user = User.objects.get()
    assert user.check_password(password)
    change = {"current_password": password, "new_password": f"{password}{password}"}
    assert anonymous.send("POST", "/api/auth/browser/v1/account/password/change", change).status_code == 200
    user.refresh_from_db()
    assert user.check_password(f"{password}{password}")
    assert not user.check_password(f"{password}{password.strip()}")


def test_a_password_that_was_stored_without_surrounding_spaces_is_accepted_with_them(
    anonymous: ApiClient, user: User
) -> None:
    credentials = {"email": user.email, "password": f" {PASSWORD} "}
    assert anonymous.send("POST", SIGN_IN, credentials).status_code == 200


def test_sign_out_deletes_the_session(api: ApiClient) -> None:
    assert api.get(SESSION).status_code == 200
    assert api.send("DELETE", SESSION).status_code == 401
    assert api.get(SESSION).status_code == 401
    assert not Session.objects.exists()


def test_sign_in_replaces_the_session_id_of_the_request(anonymous: ApiClient, user: User) -> None:
    fixated = "chosen-by-an-attacker-0000000000"
    anonymous.cookies[settings.SESSION_COOKIE_NAME] = fixated
    anonymous.send("POST", SIGN_IN, {"email": user.email, "password": PASSWORD})
    assert anonymous.cookies[settings.SESSION_COOKIE_NAME].value != fixated


def test_the_session_cookie_is_hidden_from_scripts_and_other_sites(anonymous: ApiClient) -> None:
    cookie = anonymous.send("POST", SIGN_UP, NEW).cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", "")


@pytest.mark.parametrize("email", ["unknown@example.com", None])
def test_a_failed_sign_in_does_not_reveal_whether_the_address_exists(
    anonymous: ApiClient, user: User, email: str | None
) -> None:
    wrong = {"email": email or user.email, "password": "not the password"}
    assert errors(anonymous.send("POST", SIGN_IN, wrong)) == MISMATCH


def test_sign_up_rejects_an_address_that_is_taken_in_another_case(anonymous: ApiClient) -> None:
    UserFactory.create(email="new@example.com")
    response = anonymous.send("POST", SIGN_UP, {**NEW, "email": "NEW@example.com"})
    assert errors(response) == {("email", "email_taken")}
    assert User.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("emails", [["new@example.com"] * 6, ["new@example.com", "NEW@example.com"]])
def test_only_one_of_several_concurrent_sign_ups_with_one_address_succeeds(
    emails: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # allauth calls this after the form has found that the address is free.
    checked = Barrier(len(emails))
    monkeypatch.setattr(AccountAdapter, "populate_username", lambda *_: checked.wait(timeout=10))

    def sign_up(email: str) -> Any:
        try:
            client = ApiClient(raise_request_exception=False)
            return client.send("POST", SIGN_UP, {**NEW, "email": email}, **{"X-Forwarded-For": "203.0.113.6"})
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(emails)) as pool:
        responses = sorted(pool.map(sign_up, emails), key=lambda response: response.status_code)
    assert responses[0].status_code == 200
    assert [errors(response) for response in responses[1:]] == [{("email", "email_taken")}] * (
        len(emails) - 1
    )
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"email": "no address"}, ("email", "invalid")),
        ({"email": ""}, ("email", "required")),
        ({"email": "a\0b@example.com"}, ("email", "null_characters_not_allowed")),
        ({"email": "x" * 260 + "@example.com"}, ("email", "max_length")),
        ({"email": 5}, ("email", "invalid")),
        ({"email": {"a": 1}}, ("email", "invalid")),
        ({"password": ""}, ("password", "required")),
        ({"password": "a\0bcdefghijk"}, ("password", "null_characters_not_allowed")),
        ({"password": "short"}, ("password", "password_too_short")),
        ({"password": "password123"}, ("password", "password_too_common")),
        ({"password": "new@example.com"}, ("password", "password_too_similar")),
    ],
)
def test_sign_up_names_the_invalid_field(
    anonymous: ApiClient, changes: dict[str, object], expected: tuple[str, str]
) -> None:
    assert expected in errors(anonymous.send("POST", SIGN_UP, {**NEW, **changes}))
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("path", "email", "message"),
    [
        (SIGN_IN, "unknown@example.com", "Wrong email or password."),
        (SIGN_UP, "TAKEN@example.com", "This email already has an account."),
        (SIGN_UP, "x" * 300 + "@example.com", "This email is too long."),
    ],
)
def test_a_rejected_email_is_explained_in_short_words(
    anonymous: ApiClient, path: str, email: str, message: str
) -> None:
    UserFactory.create(email="taken@example.com")
    response = anonymous.send("POST", path, {**NEW, "email": email})
    assert [error["message"] for error in response.json()["errors"]] == [message]


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"5", b"null"])
def test_sign_up_rejects_json_that_is_not_an_object(anonymous: ApiClient, body: bytes) -> None:
    assert_problem(anonymous.send_raw("POST", SIGN_UP, body), 400)


@pytest.mark.parametrize("number", [10**30, str(10**30), -(10**30)])
@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("DELETE", "auth/sessions", "sessions"),
        ("DELETE", "account/authenticators/webauthn", "authenticators"),
        ("PUT", "account/authenticators/webauthn", "id"),
    ],
)
def test_a_number_that_no_column_can_hold_is_rejected(
    api: ApiClient, method: str, path: str, name: str, number: object
) -> None:
    value = number if name == "id" else [number]
    response = api.send(method, f"/api/auth/browser/v1/{path}", {name: value, "name": "Key"})
    assert response.status_code == 400


@pytest.mark.parametrize("path", [SIGN_IN, SIGN_UP])
def test_requests_without_the_csrf_token_are_rejected(anonymous: ApiClient, user: User, path: str) -> None:
    payload = {"email": user.email, "password": PASSWORD}
    response = anonymous.send("POST", path, payload, **{"X-CSRFToken": "x" * 32})
    assert assert_problem(response, 403)["type"] == "urn:problem-type:app:csrf"
    assert not Session.objects.exists()


@pytest.mark.urls("app.common.tests.urls")
@pytest.mark.parametrize("path", [SIGN_IN, "/api/_test/ninja/private", "/admin/login/"])
@pytest.mark.parametrize("secure", [False, True])
def test_a_proxy_that_is_not_declared_is_named_in_the_log(
    api: ApiClient, settings: Settings, caplog: pytest.LogCaptureFixture, path: str, *, secure: bool
) -> None:
    settings.CSRF_COOKIE_SECURE = True
    headers = {"Origin": f"https://{'evil.example' if secure else 'testserver'}"}
    headers["X-CSRFToken"] = api.csrf_token()
    response = api.post(path, b"{}", "application/json", secure=secure, headers=headers)
    assert response.status_code == 403
    assert ("APP_TRUSTED_PROXIES" in caplog.text) is not secure


def test_get_is_not_allowed_for_sign_in(anonymous: ApiClient) -> None:
    response = anonymous.get(SIGN_IN)
    assert_problem(response, 405)
    assert "POST" in response["Allow"]


def test_allauths_pages_and_its_api_for_apps_are_switched_off(anonymous: ApiClient) -> None:
    assert_problem(anonymous.get("/api/auth/app/v1/auth/session"), 404)
    assert_problem(anonymous.get("/api/auth/openapi.json"), 404)
    assert anonymous.get("/accounts/login/").status_code == 404


@pytest.mark.parametrize(
    "path", ["account/phone", "auth/code/request", "auth/phone/verify", "auth/webauthn/signup"]
)
def test_operations_that_no_page_uses_are_not_found(api: ApiClient, path: str) -> None:
    assert_problem(api.send("POST", f"/api/auth/browser/v1/{path}", {"email": "new@example.com"}), 404)
    assert f"/api/auth/browser/v1/{path}" not in openapi.specification()["paths"]


def test_changing_the_password_requires_the_current_one(api: ApiClient, user: User) -> None:
    change = {"current_password": PASSWORD, "new_password": "another horse battery"}
    path = "/api/auth/browser/v1/account/password/change"
    wrong = api.send("POST", path, {**change, "current_password": "x"})
    assert ("current_password", "enter_current_password") in errors(wrong)
    api.send("POST", path, change)
    user.refresh_from_db()
    assert user.check_password("another horse battery")


def test_after_five_failures_even_the_right_password_is_rejected_for_the_stated_time(
    anonymous: ApiClient, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = {"email": user.email, "password": PASSWORD}
    wrong = {**right, "password": "not the password"}
    for _ in range(5):
        assert errors(anonymous.send("POST", SIGN_IN, wrong)) == MISMATCH
    rejected = anonymous.send("POST", SIGN_IN, right)
    assert assert_problem(rejected, 429)["detail"] == "Wait 5 minutes, then try again."
    assert not Session.objects.exists()

    later = time.time() + int(rejected["Retry-After"])
    monkeypatch.setattr(time, "time", lambda: later)
    assert anonymous.send("POST", SIGN_IN, right).status_code == 200


def test_sign_ups_are_limited_per_client_address() -> None:
    def sign_up(forwarded_for: str, number: int) -> Any:
        payload = {"email": f"n{number}@example.com", "password": PASSWORD}
        return ApiClient().send("POST", SIGN_UP, payload, **{"X-Forwarded-For": forwarded_for})

    responses = [sign_up("203.0.113.1", number) for number in range(22)]
    assert [response.status_code for response in responses] == [200] * 20 + [429] * 2
    assert assert_problem(responses[-1], 429)["detail"] == "Wait a minute, then try again."
    assert responses[-1]["Retry-After"] == "60"
    # Nginx's entry is the last one; a client can forge only those before it.
    assert sign_up("198.51.100.9, 203.0.113.1", 98).status_code == 429
    assert sign_up("203.0.113.2", 99).status_code == 200
