"""Copies of the development database, and the way back."""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.core.management.base import CommandError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.client import DatabaseClient

from config.development import OWN_FOLDER

FOLDER = OWN_FOLDER / "snapshots"
# What a restore keeps of the data that it replaces.
BEFORE_RESTORE = "before-restore"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ERROR = re.compile(r"\b(?:error|fatal):", re.IGNORECASE)
# In the restore's own transaction: either all of this happened, or nothing.
_EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"


def take(connection: BaseDatabaseWrapper, name: str) -> Path:
    """Copy the database while others may use it; a snapshot of the same name is replaced.

    Returns:
        The snapshot: a database file of SQLite, or PostgreSQL's statements.

    Raises:
        CommandError: with one sentence; an earlier snapshot of that name is then still there.
    """
    path = _path(connection, name)
    FOLDER.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        if connection.vendor == "sqlite":
            _copy(_existing(connection), partial, "mode=ro")
        else:
            _run(connection, "pg_dump", "--no-owner", "--no-privileges", "--file", str(partial))
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path


def restore(connection: BaseDatabaseWrapper, name: str | None) -> Path:
    """Put a snapshot in the place of all data, which are kept as a snapshot themselves.

    Args:
        connection: the database.
        name: of the snapshot; the latest when None.

    Raises:
        CommandError: with one sentence; the database is then as it was.
    """
    path = _latest(connection) if name is None else _path(connection, name)
    if not path.is_file():
        raise CommandError(f"There is no snapshot {path.stem}; there are: {_listed(connection)}.")
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        if database.exists() and path.stem != BEFORE_RESTORE:
            take(connection, BEFORE_RESTORE)
        connection.close()
        # Nobody writes to a snapshot: without a log beside it.
        _copy(path, database, "immutable=1")
        return path
    if path.stem != BEFORE_RESTORE:
        take(connection, BEFORE_RESTORE)
    connection.close()
    options = ("--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--single-transaction")
    _run(connection, "psql", *options, "--command", _EMPTY, "--file", str(path))
    return path


def _copy(source: Path, target: Path, mode: str) -> None:
    """Copy one database of SQLite over another, by the interface that SQLite has for it.

    https://www.sqlite.org/backup.html: it takes what is still in the write-ahead log, and waits for locks.
    """
    uri = f"{source.resolve().as_uri()}?{mode}"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except sqlite3.Error as error:
        raise CommandError(f"{source} could not be copied to {target}: {error}.") from None


def _existing(connection: BaseDatabaseWrapper) -> Path:
    path = Path(connection.settings_dict["NAME"])
    if not path.is_file():
        raise CommandError(f"There is no database at {path} yet: run `npx nx run api:migrate`.")
    return path


def _run(connection: BaseDatabaseWrapper, program: str, *options: str) -> None:
    """Run a program of PostgreSQL's with the address and the password that Django has."""
    if shutil.which(program) is None:
        raise CommandError(f"It takes PostgreSQL's {program}, which is not installed here.")
    (_, *address), environ = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    command = [program, *options, *address]
    ran = subprocess.run(
        command, env={**os.environ, **(environ or {})}, capture_output=True, text=True, check=False
    )
    if ran.returncode != 0:
        lines = ran.stderr.strip().splitlines() or [f"exit code {ran.returncode}"]
        # Notices come before the error, and its place in the statement after it.
        raise CommandError(
            f"{program} failed: {next((line for line in lines if _ERROR.search(line)), lines[-1])}"
        )


def _path(connection: BaseDatabaseWrapper, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise CommandError(
            "A snapshot's name has letters, digits, dots and dashes, and starts with a letter or digit."
        )
    return FOLDER / f"{name}{_ending(connection)}"


def _ending(connection: BaseDatabaseWrapper) -> str:
    return ".sqlite3" if connection.vendor == "sqlite" else ".sql"


def _all(connection: BaseDatabaseWrapper) -> list[Path]:
    """Snapshots of this kind of database, the latest first."""
    paths = [path for path in FOLDER.glob(f"*{_ending(connection)}") if path.stem != BEFORE_RESTORE]
    return sorted(paths, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _latest(connection: BaseDatabaseWrapper) -> Path:
    paths = _all(connection)
    if not paths:
        raise CommandError("There is no snapshot yet: `npx nx db-snapshot api` takes one.")
    return paths[0]


def _listed(connection: BaseDatabaseWrapper) -> str:
    return ", ".join(path.stem for path in _all(connection)) or "none"
