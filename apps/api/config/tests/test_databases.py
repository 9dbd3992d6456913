import pytest
from django.db import connection, transaction

from config.databases import database


@pytest.mark.parametrize("seconds", [2, 30, 300])
def test_the_sqlite_lock_timeout_is_shorter_than_the_request_timeout(seconds: int) -> None:
    assert 0 < database("sqlite:////x", request_timeout_seconds=seconds)["OPTIONS"]["timeout"] < seconds


def test_a_postgresql_url_is_parsed() -> None:
    entry = database("postgres://ada:p%40ss@db:5433/app", request_timeout_seconds=30)
    assert entry["ENGINE"] == "django.db.backends.postgresql"
    parts = tuple(entry[name] for name in ("HOST", "PORT", "USER", "PASSWORD", "NAME"))
    assert parts == ("db", 5433, "ada", "p@ss", "app")
    assert entry["OPTIONS"]["options"] == "-c statement_timeout=30000"


def test_the_password_can_be_separate_from_the_url() -> None:
    entry = database("postgres://ada@db/app", request_timeout_seconds=30, password="p@ss")
    assert (entry["USER"], entry["PASSWORD"]) == ("ada", "p@ss")


@pytest.mark.parametrize("url", ["nonsense", "mongo://ada:p4ss@db/app", "postgres://ada:p4ss@db:port/x"])
def test_an_invalid_url_stops_the_process_without_printing_the_password(url: str) -> None:
    with pytest.raises(SystemExit, match=r"^The API cannot start\. DATABASE_URL .*\.$") as stopped:
        database(url, request_timeout_seconds=30)
    assert "p4ss" not in str(stopped.value)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1), ("busy_timeout", 10_000)],
)
def test_sqlite_is_configured_for_concurrent_access(pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_when_it_begins() -> None:
    other = connection.copy()
    other.settings_dict = {**other.settings_dict, "OPTIONS": {**other.settings_dict["OPTIONS"], "timeout": 0}}
    try:
        with transaction.atomic(), other.cursor() as cursor, pytest.raises(Exception, match="locked"):
            cursor.execute("BEGIN IMMEDIATE")
    finally:
        other.close()
