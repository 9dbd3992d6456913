import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import close_old_connections, connection

from config.databases import database, limit_statements, require_writable
from config.environment import BASE_DIR
from config.tests.test_environment import PRODUCTION, run


@pytest.mark.parametrize("seconds", [2, 30, 300])
def test_the_sqlite_lock_timeout_is_shorter_than_the_request_timeout(seconds: int) -> None:
    assert 0 < database("sqlite:////x", request_timeout_seconds=seconds)["OPTIONS"]["timeout"] < seconds


def test_a_postgresql_url_is_parsed() -> None:
    entry = database("postgres://ada:p%40ss@db:5433/app", request_timeout_seconds=30)
    assert entry["ENGINE"] == "django.db.backends.postgresql"
    parts = tuple(entry[name] for name in ("HOST", "PORT", "USER", "PASSWORD", "NAME"))
    assert parts == ("db", 5433, "ada", "p@ss", "app")
    assert entry["OPTIONS"] == {"connect_timeout": 10}


def test_query_parameters_of_a_postgresql_url_reach_the_driver() -> None:
    entry = database("postgres://db/app?sslmode=verify-full&connect_timeout=3", request_timeout_seconds=30)
    assert entry["OPTIONS"] == {"sslmode": "verify-full", "connect_timeout": 3}


@pytest.mark.parametrize(("url", "limited"), [("sqlite:////x", False), ("postgres://db/app", True)])
def test_only_postgresql_can_limit_a_statement(url: str, *, limited: bool) -> None:
    entry = database(url, request_timeout_seconds=30)
    limit_statements(entry, request_timeout_seconds=30)
    assert (entry["OPTIONS"].get("options") == "-c statement_timeout=30000") is limited


def test_the_password_can_be_separate_from_the_url() -> None:
    entry = database("postgres://ada@db/app", request_timeout_seconds=30, password="p@ss")
    assert (entry["USER"], entry["PASSWORD"]) == ("ada", "p@ss")


@pytest.mark.parametrize("url", ["nonsense", "mongo://ada:p4ss@db/app", "postgres://ada:p4ss@db:port/x"])
def test_an_invalid_url_stops_the_process_without_printing_the_password(url: str) -> None:
    with pytest.raises(SystemExit, match=r"^The API cannot start\. DATABASE_URL .*\.$") as stopped:
        database(url, request_timeout_seconds=30)
    assert "p4ss" not in str(stopped.value)


@pytest.mark.django_db(transaction=True)
def test_a_thread_keeps_its_connection_for_the_next_request() -> None:
    # The tests' own connection is too old.
    connection.close()
    connection.ensure_connection()
    opened = connection.connection
    close_old_connections()
    assert connection.connection is opened


@pytest.mark.parametrize("folder", ["/nowhere", "/dev/null"])
@pytest.mark.parametrize("command", [("manage.py", "migrate"), ("-m", "gunicorn")])
def test_a_command_that_needs_an_unwritable_database_stops_with_one_sentence(
    command: tuple[str, ...], folder: str
) -> None:
    environ = {
        "PATH": os.environ["PATH"],
        "APP_SECRET_KEY": "x" * 50,
        "APP_PUBLIC_URL": "http://localhost:8080",
        "APP_LOG_LEVEL": "ERROR",
        "DATABASE_URL": f"sqlite:///{folder}/app.sqlite3",
    }
    done = subprocess.run(
        (sys.executable, *command),
        cwd=BASE_DIR,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"The API cannot start. {folder} is missing or not writable for UID {os.getuid()}, "
        f"GID {os.getgid()}. Change its owner or permissions.\n"
    )


@pytest.mark.parametrize("blocked", ["", "app.sqlite3"])
def test_the_folder_and_an_existing_database_must_be_writable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blocked: str
) -> None:
    path = tmp_path / "app.sqlite3"
    path.touch()
    entry = database(f"sqlite:///{path}", request_timeout_seconds=30)
    require_writable(entry)
    monkeypatch.setattr(
        os, "access", lambda place, mode: mode == os.F_OK or Path(place) != tmp_path / blocked
    )
    with pytest.raises(SystemExit, match=rf"{tmp_path / blocked} is missing or not writable"):
        require_writable(entry)


@pytest.mark.parametrize("url", ["sqlite://:memory:", "postgres://ada@db/app"])
def test_a_database_without_a_file_needs_no_folder(url: str) -> None:
    require_writable(database(url, request_timeout_seconds=30))


def test_a_migration_without_a_server_stops_with_one_sentence() -> None:
    done = run("manage.py", "migrate", **PRODUCTION, DATABASE_URL="postgres://ada:p4ss@127.0.0.1:1/app")
    assert done.returncode == 1
    assert done.stderr.startswith("The API cannot start. Check DATABASE_URL: ")
    assert done.stderr.endswith("Connection refused.\n")
    assert done.stderr.count("\n") == 1
    assert "p4ss" not in done.stderr
