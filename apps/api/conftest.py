import pytest
from django.db import connections
from pytest_django import Settings

from app.accounts.models import User
from app.accounts.tests.factories import PASSWORD, UserFactory
from app.common.tests.client import REAUTHENTICATE, ApiClient
from config.environment import load

# Tests of one database only.
collect_ignore = [f"config/tests/test_{'sqlite' if load().database == 'postgres' else 'postgres'}.py"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Use a file, as production does: SQLite in memory has no WAL and no waiting writers."""
    for connection in connections.all():
        if connection.vendor == "sqlite":
            path = tmp_path_factory.mktemp("database") / f"{connection.alias}.sqlite3"
            connection.settings_dict["TEST"]["NAME"] = str(path)


@pytest.fixture(autouse=True)
def _fast_password_hasher(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def user() -> User:
    return UserFactory.create()


@pytest.fixture
def other_user() -> User:
    return UserFactory.create()


@pytest.fixture
def anonymous() -> ApiClient:
    return ApiClient()


@pytest.fixture
def api(user: User) -> ApiClient:
    """Return a client that is signed in as `user`."""
    client = ApiClient()
    client.force_login(user)
    return client


@pytest.fixture
def confirmed(api: ApiClient) -> ApiClient:
    """Return the client of `user` after a reauthentication with the password."""
    api.send("POST", REAUTHENTICATE, {"password": PASSWORD})
    return api
