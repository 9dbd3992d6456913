from contextlib import suppress
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, transaction

from app.accounts.models import User
from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem
from app.jobs.tasks import prune_jobs

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1), ("busy_timeout", 10_000)],
)
def test_sqlite_is_configured_for_concurrent_access(pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


def test_a_transaction_takes_the_write_lock_when_it_begins() -> None:
    other = connection.copy()
    other.settings_dict = {**other.settings_dict, "OPTIONS": {**other.settings_dict["OPTIONS"], "timeout": 0}}
    try:
        with transaction.atomic(), other.cursor() as cursor, pytest.raises(Exception, match="locked"):
            cursor.execute("BEGIN IMMEDIATE")
    finally:
        other.close()


def test_a_backup_replaces_data_only_if_asked_and_only_if_it_is_complete(
    user: User, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def restore(data: bytes, *options: str) -> None:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))
        call_command("restore", *options)

    call_command("backup")
    backup = capfdbinary.readouterr().out
    User.objects.create(email="later@example.org")
    with pytest.raises(CommandError, match=r"^The database has data \(accounts_user\)\. .* --replace\.$"):
        restore(backup)
    with pytest.raises(CommandError, match=r"^The backup is damaged: "):
        restore(backup[: len(backup) // 2], "--replace")
    assert User.objects.count() == 2
    restore(backup, "--replace")
    assert [*User.objects.all()] == [user]
    User.objects.all().delete()
    restore(backup)
    assert [*User.objects.all()] == [user]


def test_with_a_full_disk_a_request_that_needs_a_job_is_refused_and_leaves_nothing(
    confirmed: ApiClient,
) -> None:
    def request_export() -> Any:
        return confirmed.send("POST", "/api/account/export")

    confirmed.raise_request_exception = False
    with connection.cursor() as cursor:
        # SQLite reports a full disk when the file would get another page.
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        with suppress(OperationalError):
            while True:
                prune_jobs.enqueue()
        assert_problem(request_export(), 503)
        assert confirmed.get("/api/account/export").json() == {"export": None}
        cursor.execute("PRAGMA max_page_count = 4294967294")
    assert request_export().status_code == 202
