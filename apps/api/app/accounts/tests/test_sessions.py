import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.utils import timezone

from app.accounts.models import User
from app.accounts.tasks import clear_expired_sessions
from app.accounts.tests.factories import PASSWORD
from app.common.tests.client import REAUTHENTICATE, SESSION, ApiClient
from app.common.tests.problems import assert_problem

pytestmark = pytest.mark.django_db


CURRENT = "/api/session"


def test_without_a_session_the_user_is_null_and_the_csrf_cookie_is_set(anonymous: ApiClient) -> None:
    response = anonymous.get(CURRENT)
    assert (response.status_code, response.json()) == (200, {"user": None})
    assert settings.CSRF_COOKIE_NAME in response.cookies
    assert settings.SESSION_COOKIE_NAME not in response.cookies


def test_the_user_of_the_session_is_named_until_it_ends(api: ApiClient, user: User) -> None:
    current = api.get(CURRENT).json()["user"]
    assert (current["id"], current["email"]) == (user.pk, user.email)
    assert dt.datetime.fromisoformat(current["date_joined"]) == user.date_joined
    api.send("DELETE", SESSION)
    assert api.get(CURRENT).json() == {"user": None}


@pytest.mark.parametrize("end", ["deleted", "expired", "inactive user", "changed password"])
def test_the_user_is_null_after_the_session_was_ended_elsewhere(api: ApiClient, user: User, end: str) -> None:
    if end == "deleted":
        Session.objects.all().delete()
    elif end == "expired":
        Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    elif end == "inactive user":
        User.objects.update(is_active=False)
    else:
        user.set_password("another horse battery")
        user.save()
    assert api.get(CURRENT).json() == {"user": None}


def test_a_reauthentication_that_replaces_an_old_hash_keeps_the_session(api: ApiClient, user: User) -> None:
    user.password = MD5PasswordHasher().encode(PASSWORD, "short")
    user.save()
    api.force_login(user)
    assert api.send("POST", REAUTHENTICATE, {"password": PASSWORD}).status_code == 200
    assert api.get(CURRENT).json()["user"]["id"] == user.pk
    assert User.objects.get().password != user.password


def test_expired_sessions_are_removed_by_a_scheduled_job(api: ApiClient) -> None:
    Session.objects.create(session_key="old", expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert clear_expired_sessions.module_path in settings.SCHEDULED_JOBS
    clear_expired_sessions.call()
    assert Session.objects.count() == 1
    assert api.get(SESSION).status_code == 200


@pytest.mark.urls("app.common.tests.urls")
@pytest.mark.parametrize(
    "operation",
    [
        "GET /api/_test/ninja/private",
        "POST /api/_test/ninja/private",
        "POST /api/_test/ninja/file",
        "POST /api/auth/browser/v1/account/password/change",
    ],
)
def test_a_request_is_refused_if_the_client_expects_another_user(
    api: ApiClient, anonymous: ApiClient, user: User, other_user: User, operation: str
) -> None:
    def send(client: ApiClient, expected: object) -> Any:
        return client.send(*operation.split(), **{"X-Expected-User": str(expected)})

    problem = assert_problem(send(api, other_user.pk), 412)
    assert problem["type"] == "urn:problem-type:app:other-user"
    accepted = [send(api, user.pk), send(api, ""), send(anonymous, user.pk)]
    assert 412 not in {response.status_code for response in accepted}


@pytest.mark.parametrize(
    ("operation", "status"), [(f"GET {SESSION}", 200), (f"DELETE {SESSION}", 401), ("GET /api/system", 200)]
)
def test_a_client_that_expects_another_user_can_read_and_end_the_session(
    api: ApiClient, other_user: User, operation: str, status: int
) -> None:
    response = api.send(*operation.split(), **{"X-Expected-User": str(other_user.pk)})
    assert response.status_code == status
