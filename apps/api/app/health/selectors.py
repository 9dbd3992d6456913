"""Looking at the process and at its database."""

import platform
import time
from functools import lru_cache
from importlib.metadata import version

import django
import structlog
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from app.health.schemas import DatabaseCheck, MigrationsCheck, Versions

log = structlog.get_logger("app.health")


def check_database() -> DatabaseCheck:
    """Ask the database one question, and time it."""
    started = time.perf_counter()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        log.warning("database does not answer", exc_info=True)
        return DatabaseCheck(ok=False, duration_ms=None)
    return DatabaseCheck(ok=True, duration_ms=round((time.perf_counter() - started) * 1000, 2))


def check_migrations() -> MigrationsCheck:
    """Count the migrations that this release has and the database lacks."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return MigrationsCheck(ok=False, pending=None)
    pending = sum(
        key not in applied and not (replaces and replaces <= applied)
        for key, replaces in _migrations_of_this_release()
    )
    return MigrationsCheck(ok=pending == 0, pending=pending)


@lru_cache(maxsize=1)
def _migrations_of_this_release() -> list[tuple[tuple[str, str], frozenset[tuple[str, str]]]]:
    # They can't change while the process lives, and reading them takes longer than all the rest.
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [
        (key, frozenset((app, name) for app, name in migration.replaces))
        for key, migration in migrations.items()
    ]


def database_engine() -> str:
    """The kind of database: `sqlite` or `postgresql`."""
    return connection.vendor


def versions() -> Versions:
    """The versions of what runs."""
    return Versions(
        python=platform.python_version(),
        django=django.get_version(),
        gunicorn=version("gunicorn"),
        database=_database_version(),
    )


def _database_version() -> str:
    try:
        numbers = connection.get_database_version()
    except DatabaseError:
        return ""
    return ".".join(str(number) for number in numbers)
