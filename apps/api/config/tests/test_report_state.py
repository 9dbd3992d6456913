import hashlib
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from config import openapi


def report() -> Any:
    out = io.StringIO()
    call_command("report_state", stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of which Django has no connection open."""
    path = tmp_path / "dev.sqlite3"
    monkeypatch.setitem(connection.settings_dict, "NAME", path)
    return path


def migrated(path: Path, *names: tuple[str, str]) -> sqlite3.Connection:
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE django_migrations (app text, name text)")
    other.executemany("INSERT INTO django_migrations VALUES (?, ?)", names)
    other.commit()
    return other


@pytest.mark.django_db(transaction=True)
def test_finds_a_migrated_database_and_the_committed_document_in_order() -> None:
    assert report() == {
        "openapi": hashlib.sha256(openapi.text().encode()).hexdigest(),
        "unwritten": [],
        "trouble": None,
        "unapplied": [],
    }


def test_makes_no_database_where_none_is(database: Path) -> None:
    assert report()["unapplied"] is None
    assert not database.exists()


def test_names_the_migrations_that_a_database_lacks(database: Path) -> None:
    migrated(database, ("accounts", "0001_initial")).close()
    unapplied = report()["unapplied"]
    assert "sessions.0001_initial" in unapplied
    assert "accounts.0001_initial" not in unapplied


def test_reads_what_a_running_server_has_written_last(database: Path) -> None:
    server = migrated(database, ("accounts", "0001_initial"))
    try:
        assert "accounts.0001_initial" not in report()["unapplied"]
    finally:
        server.close()


def test_leaves_the_database_and_its_folder_as_they_are(database: Path) -> None:
    migrated(database).close()
    before = {path.name: path.read_bytes() for path in database.parent.iterdir()}
    report()
    assert {path.name: path.read_bytes() for path in database.parent.iterdir()} == before


def test_counts_every_migration_of_an_empty_database(database: Path) -> None:
    sqlite3.connect(database).close()
    database.touch()
    assert "accounts.0001_initial" in report()["unapplied"]


def test_says_why_a_database_can_not_be_read(database: Path) -> None:
    database.write_text("no database at all, and longer than a header of one would be" * 10)
    assert "not a database" in report()["trouble"]


def test_names_an_app_whose_models_have_no_migration(settings: Settings, database: Path) -> None:
    del database
    # An app on which no other's migrations depend.
    settings.MIGRATION_MODULES = {"sessions": "config.tests.no_migrations"}
    assert report()["unwritten"] == ["sessions"]
