"""Fixtures for every domain's tests."""

from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django import Settings

from app.accounts.models import User
from app.accounts.tests.factories import UserFactory
from app.common.tests.browser import Browser


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file, as in production: in memory, SQLite has neither WAL nor writers that wait for each other."""
    for connection in connections.all():
        if connection.vendor != "sqlite":
            continue
        path = tmp_path_factory.mktemp("database") / f"{connection.alias}.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(path)


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    # A real hash takes a third of a second by design.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def browser() -> Browser:
    """A browser that nobody has signed in with."""
    return Browser()


@pytest.fixture
def person() -> User:
    """Somebody with an account."""
    return UserFactory.create()


@pytest.fixture
def stranger() -> User:
    """Somebody else with an account."""
    return UserFactory.create()


@pytest.fixture
def signed_in(person: User) -> Iterator[Browser]:
    """The browser that `person` is signed in with."""
    browser = Browser()
    browser.force_login(person)
    return browser
