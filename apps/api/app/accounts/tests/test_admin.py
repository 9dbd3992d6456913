import pytest
from allauth.account.models import EmailAddress
from django.conf import settings

from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.client import SESSION, SIGN_IN, ApiClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> ApiClient:
    client = ApiClient()
    client.force_login(UserFactory.create(is_staff=True, is_superuser=True))
    client.get("/admin/")
    return client


def new_user(admin: ApiClient, email: str = "New@example.com", password: str = PASSWORD) -> dict[str, str]:
    return {
        "email": email,
        "usable_password": "true",
        "password1": password,
        "password2": password,
        "csrfmiddlewaretoken": admin.csrf_token(),
    }


def test_staff_sign_in_with_address_and_password(anonymous: ApiClient) -> None:
    User.objects.create_superuser("boss@example.com", PASSWORD)
    anonymous.get("/admin/login/")
    form = {
        "username": "boss@example.com",
        "password": PASSWORD,
        "csrfmiddlewaretoken": anonymous.csrf_token(),
    }
    response = anonymous.post("/admin/login/?next=/admin/", form)
    assert response["Location"] == "/admin/"
    assert f"{settings.IDENTITY.title} administration" in anonymous.get("/admin/").content.decode()


def test_other_users_are_sent_to_the_login_page(api: ApiClient) -> None:
    assert api.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


@pytest.mark.parametrize("path", ["accounts/user/", "accounts/user/add/"])
def test_the_pages_of_users_can_be_opened(admin: ApiClient, path: str) -> None:
    assert admin.get(f"/admin/{path}").status_code == 200


def test_staff_can_add_a_user(admin: ApiClient) -> None:
    assert admin.post("/admin/accounts/user/add/", new_user(admin)).status_code == 302
    assert User.objects.get(email__iexact="new@example.com").check_password(PASSWORD)


@pytest.mark.parametrize("email", ["Upper.Nospace@Example.com", "lower@example.com"])
@pytest.mark.parametrize("password", [f"{PASSWORD} ", f" {PASSWORD}", f"\t{PASSWORD}\n", PASSWORD])
def test_a_user_whom_staff_add_can_sign_in_with_what_staff_entered(
    admin: ApiClient, anonymous: ApiClient, email: str, password: str
) -> None:
    assert admin.post("/admin/accounts/user/add/", new_user(admin, email, password)).status_code == 302
    assert anonymous.send("POST", SIGN_IN, {"email": email, "password": password}).status_code == 200
    assert anonymous.get(SESSION).json()["data"]["user"]["email"] == email.lower()


def test_a_user_whose_address_staff_change_can_sign_in_with_it(
    admin: ApiClient, anonymous: ApiClient, user: User
) -> None:
    form = {"email": "Changed@Example.com", "is_active": "on", "csrfmiddlewaretoken": admin.csrf_token()}
    assert admin.post(f"/admin/accounts/user/{user.pk}/change/", form).status_code == 302
    credentials = {"email": "Changed@Example.com", "password": PASSWORD}
    assert anonymous.send("POST", SIGN_IN, credentials).status_code == 200


def test_staff_cannot_add_an_address_that_is_taken_in_another_case(admin: ApiClient, user: User) -> None:
    response = admin.post("/admin/accounts/user/add/", new_user(admin, user.email.upper()))
    assert ["User with this E-mail address already exists."] in response.context["errors"].data


def test_staff_who_lose_a_race_for_an_address_are_told_to_try_again(
    admin: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_after_another_request(*_args: object) -> None:
        for _ in range(2):
            User.objects.create_user("new@example.com")

    monkeypatch.setattr("app.accounts.admin.UserAdmin.save_model", save_after_another_request)
    response = admin.post("/admin/accounts/user/add/", new_user(admin))
    assert (response.status_code, response["Content-Type"]) == (409, "text/plain; charset=utf-8")
    assert "Check the values and try again" in response.content.decode()


def test_a_form_without_the_csrf_token_gets_an_html_page(admin: ApiClient) -> None:
    response = admin.post("/admin/accounts/user/add/", {"email": "x@example.com"})
    assert response.status_code == 403
    assert response["Content-Type"].startswith("text/html")


def test_an_address_that_the_admin_has_changed_is_the_only_one_to_sign_in_with(
    admin: ApiClient, anonymous: ApiClient, user: User
) -> None:
    old = user.email
    EmailAddress.objects.create(user=user, email=old, verified=True, primary=True)
    form = {"email": "new@example.com", "is_active": "on", "csrfmiddlewaretoken": admin.csrf_token()}
    assert admin.post(f"/admin/accounts/user/{user.pk}/change/", form).status_code == 302
    signed_in = [
        anonymous.send("POST", SIGN_IN, {"email": email, "password": PASSWORD}).status_code
        for email in (old, "new@example.com")
    ]
    assert signed_in == [400, 200]
