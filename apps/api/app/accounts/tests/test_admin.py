import pytest

from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.browser import Browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Browser:
    browser = Browser()
    browser.force_login(UserFactory.create(is_staff=True, is_superuser=True))
    browser.get("/admin/")
    return browser


def test_lets_staff_in_by_address_and_password(browser: Browser) -> None:
    User.objects.create_superuser("boss@example.com", PASSWORD)
    browser.get("/admin/login/")
    form = {"username": "boss@example.com", "password": PASSWORD, "csrfmiddlewaretoken": browser.csrf_token()}
    response = browser.post("/admin/login/?next=/admin/", form)
    assert response["Location"] == "/admin/"
    assert b"Site administration" in browser.get("/admin/").content


def test_keeps_everybody_else_out(signed_in: Browser) -> None:
    assert signed_in.get("/admin/")["Location"] == "/admin/login/?next=/admin/"


@pytest.mark.parametrize("path", ["accounts/user/", "accounts/user/add/", "notes/note/", "notes/note/add/"])
def test_shows_people_and_notes(admin: Browser, path: str) -> None:
    assert admin.get(f"/admin/{path}").status_code == 200


def test_adds_a_person(admin: Browser) -> None:
    form = {
        "email": "New@example.com",
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "csrfmiddlewaretoken": admin.csrf_token(),
    }
    assert admin.post("/admin/accounts/user/add/", form).status_code == 302
    assert User.objects.get(email__iexact="new@example.com").check_password(PASSWORD)


def test_answers_a_form_without_the_token_with_a_page(admin: Browser) -> None:
    response = admin.post("/admin/accounts/user/add/", {"email": "x@example.com"})
    assert response.status_code == 403
    assert response["Content-Type"].startswith("text/html")
