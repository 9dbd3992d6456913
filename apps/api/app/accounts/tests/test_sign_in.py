import time
from typing import Any

import pytest
from django.contrib.sessions.models import Session

from app.accounts import openapi
from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.browser import SESSION, Browser
from app.common.tests.problems import problem

pytestmark = pytest.mark.django_db
AUTH = "/api/auth/browser/v1/auth"
NEW = {"email": "new@example.com", "password": PASSWORD}


def errors(response: Any) -> set[tuple[str, str]]:
    """Fields and codes of allauth's own envelope."""
    body = response.json()
    assert body["status"] == 400
    return {(error.get("param", ""), error["code"]) for error in body["errors"]}


def test_says_that_nobody_is_signed_in_and_gives_the_csrf_cookie(browser: Browser) -> None:
    response = browser.get(SESSION)
    assert response.status_code == 401
    assert response.json()["meta"]["is_authenticated"] is False
    assert response.cookies["csrftoken"]["httponly"] == ""


def test_signs_a_new_person_up_and_in(browser: Browser) -> None:
    response = browser.send("POST", f"{AUTH}/signup", NEW)
    assert response.status_code == 200
    session = browser.get(SESSION).json()
    assert session["data"]["user"]["email"] == "new@example.com"
    assert browser.get("/api/notes").status_code == 200


def test_signs_in_whatever_the_case_of_the_address(browser: Browser) -> None:
    person = UserFactory.create(email="Ada@Example.com")
    response = browser.send("POST", f"{AUTH}/login", {"email": "aDA@example.COM", "password": PASSWORD})
    assert response.json()["data"]["user"]["id"] == person.pk


def test_signs_out(signed_in: Browser) -> None:
    assert signed_in.get(SESSION).status_code == 200
    assert signed_in.send("DELETE", SESSION).status_code == 401
    assert signed_in.get(SESSION).status_code == 401
    assert not Session.objects.exists()


def test_gives_a_new_session_id_on_signing_in(browser: Browser, person: User) -> None:
    browser.cookies["sessionid"] = "chosen-by-somebody-else-0000000"
    browser.send("POST", f"{AUTH}/login", {"email": person.email, "password": PASSWORD})
    assert browser.cookies["sessionid"].value != "chosen-by-somebody-else-0000000"


def test_hides_the_session_cookie_from_scripts_and_other_sites(browser: Browser) -> None:
    cookie = browser.send("POST", f"{AUTH}/signup", NEW).cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", "")


@pytest.mark.parametrize("email", ["nobody@example.com", None])
def test_does_not_tell_whether_the_address_or_the_password_is_wrong(
    browser: Browser, person: User, email: str | None
) -> None:
    wrong = {"email": email or person.email, "password": "not the password"}
    assert errors(browser.send("POST", f"{AUTH}/login", wrong)) == {("password", "email_password_mismatch")}


def test_refuses_a_second_account_for_an_address_in_any_case(browser: Browser) -> None:
    UserFactory.create(email="new@example.com")
    response = browser.send("POST", f"{AUTH}/signup", {**NEW, "email": "NEW@example.com"})
    assert errors(response) == {("email", "email_taken")}
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "expected"),
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
def test_names_the_field_that_signing_up_stumbles_over(
    browser: Browser, wrong: dict[str, object], expected: tuple[str, str]
) -> None:
    assert expected in errors(browser.send("POST", f"{AUTH}/signup", {**NEW, **wrong}))
    assert not User.objects.exists()


@pytest.mark.parametrize("payload", [[], "text", 5, None])
def test_refuses_what_is_no_json_object(browser: Browser, payload: object) -> None:
    response = browser.send_raw(
        "POST", f"{AUTH}/login", b"null" if payload is None else repr(payload).encode()
    )
    problem(response, 400)


@pytest.mark.parametrize("path", ["login", "signup"])
def test_refuses_to_sign_in_without_the_csrf_token(browser: Browser, person: User, path: str) -> None:
    payload = {"email": person.email, "password": PASSWORD}
    body = problem(browser.send("POST", f"{AUTH}/{path}", payload, **{"X-CSRFToken": "x" * 32}), 403)
    assert body["type"] == "urn:problem-type:app:csrf"
    assert not Session.objects.exists()


def test_refuses_a_method_that_sign_in_does_not_have(browser: Browser) -> None:
    response = browser.get(f"{AUTH}/login")
    problem(response, 405)
    assert "POST" in response["Allow"]


def test_answers_neither_allauths_pages_nor_its_app_client(browser: Browser) -> None:
    problem(browser.get("/api/auth/app/v1/auth/session"), 404)
    problem(browser.get("/api/auth/openapi.json"), 404)
    assert browser.get("/accounts/login/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "account/email",
        "account/phone",
        "auth/code/request",
        "auth/email/verify",
        "auth/password/request",
        "auth/password/reset",
        "auth/phone/verify",
    ],
)
def test_has_no_address_that_would_need_mail_or_sms(signed_in: Browser, path: str) -> None:
    problem(signed_in.send("POST", f"/api/auth/browser/v1/{path}", {"email": "new@example.com"}), 404)
    assert f"/api/auth/browser/v1/{path}" not in openapi.specification()["paths"]


def test_changes_the_password_for_whoever_knows_it(signed_in: Browser, person: User) -> None:
    change = {"current_password": PASSWORD, "new_password": "another horse battery"}
    path = "/api/auth/browser/v1/account/password/change"
    wrong = signed_in.send("POST", path, {**change, "current_password": "x"})
    assert ("current_password", "enter_current_password") in errors(wrong)
    signed_in.send("POST", path, change)
    person.refresh_from_db()
    assert person.check_password("another horse battery")


def test_stops_guessing_at_one_persons_password(browser: Browser, person: User) -> None:
    wrong = {"email": person.email, "password": "not the password"}
    for _ in range(5):
        mistaken = browser.send("POST", f"{AUTH}/login", wrong)
        assert errors(mistaken) == {("password", "email_password_mismatch")}
    refused = browser.send("POST", f"{AUTH}/login", wrong)
    assert problem(refused, 429)["detail"] == "Wait 5 minutes, then try again."
    right = {"email": person.email, "password": PASSWORD}
    problem(browser.send("POST", f"{AUTH}/login", right), 429)
    assert not Session.objects.exists()


def test_lets_a_person_in_again_after_the_time_that_it_named(
    browser: Browser, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = {"email": person.email, "password": PASSWORD}
    wrong = {**right, "password": "not the password"}
    answers = [browser.send("POST", f"{AUTH}/login", wrong) for _ in range(6)]
    then = time.time() + int(answers[-1]["Retry-After"])
    monkeypatch.setattr(time, "time", lambda: then)
    assert browser.send("POST", f"{AUTH}/login", right).status_code == 200


def sign_up_from(address: str, number: int) -> Any:
    payload = {"email": f"n{number}@example.com", "password": PASSWORD}
    return Browser().send("POST", f"{AUTH}/signup", payload, **{"X-Forwarded-For": address})


def test_counts_tries_for_each_address_that_nginx_saw() -> None:
    answers = [sign_up_from("203.0.113.1", number) for number in range(22)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429] * 2
    assert problem(answers[-1], 429)["detail"] == "Wait a minute, then try again."
    assert answers[-1]["Retry-After"] == "60"
    # What a client writes stands before what Nginx saw.
    assert sign_up_from("198.51.100.9, 203.0.113.1", 98).status_code == 429
    assert sign_up_from("203.0.113.2", 99).status_code == 200
