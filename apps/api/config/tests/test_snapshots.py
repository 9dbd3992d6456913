import io
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import Settings

from config.databases import database
from config.development import snapshots
from config.tests.development import set_environment


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own for snapshots."""
    folder = tmp_path / "snapshots"
    monkeypatch.setattr(snapshots, "FOLDER", folder)
    return folder


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Path:
    """A development database of one row."""
    set_environment(settings, "development")
    path = tmp_path / "dev.sqlite3"
    monkeypatch.setitem(connection.settings_dict, "NAME", path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("CREATE TABLE note (title text)")
        other.commit()
    write(path, "first")
    return path


def write(path: Path, title: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO note VALUES (?)", [title])
        other.commit()


def titles(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as other:
        return [title for (title,) in other.execute("SELECT title FROM note ORDER BY title")]


def run(*words: str) -> str:
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_goes_back_to_a_snapshot_by_its_name(path: Path, folder: Path) -> None:
    assert "--name=before" in run("db_snapshot", "--name=before")
    write(path, "second")
    run("db_restore", "--name=before")
    assert titles(path) == ["first"]
    assert {other.name for other in folder.iterdir()} == {"before.sqlite3", "before-restore.sqlite3"}


def test_goes_back_to_the_latest_without_a_name(path: Path, folder: Path) -> None:
    run("db_snapshot", "--name=z-older")
    write(path, "second")
    run("db_snapshot", "--name=a-newer")
    newer, older = (folder / f"{name}.sqlite3" for name in ("a-newer", "z-older"))
    os.utime(older, ns=(0, newer.stat().st_mtime_ns - 1))
    write(path, "third")
    assert "a-newer" in run("db_restore")
    assert titles(path) == ["first", "second"]


def test_keeps_what_a_restore_replaces(path: Path) -> None:
    run("db_snapshot")
    write(path, "lost")
    run("db_restore")
    assert titles(path) == ["first"]
    run("db_restore", "--name=before-restore")
    assert titles(path) == ["first", "lost"]


def test_takes_what_a_running_server_wrote_last_and_gives_it_back_under_it(path: Path) -> None:
    with closing(sqlite3.connect(path)) as server:
        server.execute("INSERT INTO note VALUES ('in the log')")
        server.commit()
        run("db_snapshot", "--name=all")
        server.execute("DELETE FROM note")
        server.commit()
        run("db_restore", "--name=all")
        assert server.execute("SELECT count(*) FROM note").fetchone() == (2,)


def test_names_the_snapshots_that_are_there(path: Path) -> None:
    with pytest.raises(CommandError, match="There is no snapshot yet"):
        run("db_restore")
    run("db_snapshot", "--name=only")
    with pytest.raises(CommandError, match="no snapshot other; there are: only"):
        run("db_restore", "--name=other")
    assert titles(path) == ["first"]


@pytest.mark.parametrize("name", ["../outside", "a/b", "-rf", ".hidden", "a b"])
def test_refuses_a_name_that_leads_elsewhere(path: Path, folder: Path, name: str) -> None:
    del path
    with pytest.raises(CommandError, match="starts with a letter"):
        run("db_snapshot", f"--name={name}")
    assert not folder.exists()


def test_leaves_no_half_snapshot_behind(path: Path, folder: Path) -> None:
    path.write_text("no database, and longer than the header of one would be " * 10)
    with pytest.raises(CommandError, match="could not be copied"):
        run("db_snapshot")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("command", ["db_snapshot", "db_restore"])
def test_refuses_production(path: Path, settings: Settings, command: str) -> None:
    run("db_snapshot")
    write(path, "second")
    set_environment(settings, "production")
    with pytest.raises(CommandError, match="for development alone"):
        run(command)
    assert titles(path) == ["first", "second"]


FAKE = """#!/bin/sh
echo "$(basename "$0") $* password=$PGPASSWORD" >> "{journal}"
while [ $# -gt 0 ]; do
  if [ "$1" = --file ] && [ "$(basename "$0")" = pg_dump ]; then echo 'CREATE TABLE note ();' > "$2"; fi
  shift
done
{ending}
"""


@pytest.fixture
def postgresql() -> BaseDatabaseWrapper:
    url = "postgres://ada:s3cret@localhost:5433/tandem"
    handler = ConnectionHandler({"default": database(url, request_timeout_seconds=30)})
    return handler["default"]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins for PostgreSQL's programs; the file says how they were called."""
    journal = tmp_path / "journal"
    for name in ("pg_dump", "psql"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(FAKE.format(journal=journal, ending=""))
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")
    return journal


def test_has_postgresqls_programs_copy_its_database(
    postgresql: BaseDatabaseWrapper, programs: Path, folder: Path
) -> None:
    assert snapshots.take(postgresql, "one") == folder / "one.sql"
    assert (folder / "one.sql").read_text() == "CREATE TABLE note ();\n"
    snapshots.restore(postgresql, None)
    dumped, kept, restored = programs.read_text().splitlines()
    assert dumped.endswith("-U ada -h localhost -p 5433 tandem password=s3cret")
    assert "before-restore.sql" in kept
    assert "--single-transaction" in restored
    assert "DROP SCHEMA public CASCADE" in restored
    assert restored.endswith("-U ada -h localhost -p 5433 tandem password=s3cret")
    assert "s3cret" not in restored.removesuffix("password=s3cret")


def test_says_what_is_missing_where_postgresqls_programs_are_not(
    postgresql: BaseDatabaseWrapper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match=r"^It takes PostgreSQL's pg_dump, which is not installed here\.$"):
        snapshots.take(postgresql, "one")


def test_hands_on_what_went_wrong_in_postgresqls_program(
    postgresql: BaseDatabaseWrapper, programs: Path, tmp_path: Path, folder: Path
) -> None:
    ending = "printf 'NOTICE: 2 objects\\npg_dump: error: no route\\n  here\\n' >&2; exit 1"
    (tmp_path / "bin/pg_dump").write_text(FAKE.format(journal=programs, ending=ending))
    with pytest.raises(CommandError, match="pg_dump failed: pg_dump: error: no route"):
        snapshots.take(postgresql, "one")
    assert list(folder.iterdir()) == []
