import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from app.common.tests.client import SESSION, ApiClient

pytestmark = pytest.mark.django_db


def expire(key: str) -> None:
    Session.objects.create(session_key=key, expire_date=timezone.now() - dt.timedelta(seconds=1))


def test_the_migration_step_removes_expired_sessions_only(api: ApiClient) -> None:
    expire("old")
    call_command("migrate", verbosity=0)
    assert Session.objects.count() == 1
    assert api.get(SESSION).status_code == 200


@pytest.mark.parametrize("option", ["--plan", "--check"])
def test_listing_migrations_removes_nothing(option: str) -> None:
    expire("old")
    call_command("migrate", option, verbosity=0)
    assert Session.objects.count() == 1


def test_the_migration_step_works_without_a_table_of_sessions() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_session")
    call_command("migrate", verbosity=0)
