import io
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from pytest_django import Settings

from app.accounts import seeds
from app.accounts.models import User
from app.common.tests.browser import SESSION, Browser
from app.notes.models import Note
from config.tests.development import set_environment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _development(settings: Settings) -> None:
    set_environment(settings, "development")


def seed() -> str:
    out = io.StringIO()
    call_command("seed", stdout=out)
    return out.getvalue()


def rows() -> list[Any]:
    return list(Note.objects.order_by("pk").values())


def test_makes_a_person_who_can_sign_in_with_the_password_that_it_says(browser: Browser) -> None:
    said = seed()
    assert seeds.EMAIL in said
    assert seeds.PASSWORD in said
    browser.get(SESSION)
    credentials = {"email": seeds.EMAIL, "password": seeds.PASSWORD}
    assert browser.send("POST", "/api/auth/browser/v1/auth/login", credentials).status_code == 200
    assert browser.get("/api/notes").json()["total"] == Note.objects.count() > 20
    assert browser.get("/admin/").status_code == 200


def test_makes_nothing_twice_and_leaves_edits_alone() -> None:
    seed()
    Note.objects.filter(title="Welcome").update(title="Mine")
    before = rows()
    assert "notes: 0 made" in seed()
    assert rows() == before
    assert User.objects.count() == 1


def test_makes_the_same_rows_again_when_they_are_gone() -> None:
    seed()
    before = [{**row, "owner_id": None} for row in rows()]
    Note.objects.all().delete()
    seed()
    assert [{**row, "owner_id": None} for row in rows()] == before


def test_has_the_password_fit_again() -> None:
    User.objects.create_superuser(seeds.EMAIL, "another one")
    seed()
    assert User.objects.get().check_password(seeds.PASSWORD)


@pytest.mark.parametrize("environment", ["production", "build", "test"])
def test_refuses_every_environment_but_development(settings: Settings, environment: str) -> None:
    set_environment(settings, environment)
    with pytest.raises(CommandError, match=f"APP_ENVIRONMENT is {environment}"):
        seed()
    assert not User.objects.exists()


def test_refuses_a_database_on_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "HOST", "db.example.com")
    with pytest.raises(CommandError, match=r"names db\.example\.com"):
        seed()
    assert not User.objects.exists()
