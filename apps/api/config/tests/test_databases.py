import pytest
from django.db import connection, transaction

from config.databases import database


def test_waits_for_another_writer_but_not_as_long_as_the_request_may_take() -> None:
    for seconds in (2, 30, 300):
        assert 0 < database("sqlite:////x", request_timeout_seconds=seconds)["OPTIONS"]["timeout"] < seconds


def test_understands_an_address_of_postgresql() -> None:
    entry = database("postgres://ada:p%40ss@db:5433/app", request_timeout_seconds=30)
    assert entry["ENGINE"] == "django.db.backends.postgresql"
    assert (entry["HOST"], entry["PORT"], entry["USER"], entry["PASSWORD"], entry["NAME"]) == (
        "db",
        5433,
        "ada",
        "p@ss",
        "app",
    )
    assert entry["OPTIONS"]["options"] == "-c statement_timeout=30000"


def test_takes_a_password_that_the_address_does_not_hold() -> None:
    entry = database("postgres://ada@db/app", request_timeout_seconds=30, password="p@ss")
    assert (entry["USER"], entry["PASSWORD"]) == ("ada", "p@ss")


@pytest.mark.parametrize("url", ["nonsense", "mongo://ada:p4ss@db/app", "postgres://ada:p4ss@db:port/x"])
def test_stops_with_a_sentence_that_keeps_the_password(url: str) -> None:
    with pytest.raises(SystemExit, match=r"^The API can't start: DATABASE_URL .*\.$") as stopped:
        database(url, request_timeout_seconds=30)
    assert "p4ss" not in str(stopped.value)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1), ("busy_timeout", 10_000)],
)
def test_opens_sqlite_as_many_writers_need_it(pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.django_db(transaction=True)
def test_takes_the_write_lock_when_a_transaction_begins() -> None:
    other = connection.copy()
    other.settings_dict = {**other.settings_dict, "OPTIONS": {**other.settings_dict["OPTIONS"], "timeout": 0}}
    try:
        with transaction.atomic(), other.cursor() as cursor, pytest.raises(Exception, match="locked"):
            cursor.execute("BEGIN IMMEDIATE")
    finally:
        other.close()
