import json
import platform
import time
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import django
import structlog
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from app.health.schemas import DatabaseCheck, MigrationsCheck, Versions

log = structlog.get_logger("app.health")


def check_database() -> DatabaseCheck:
    started = time.perf_counter()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        log.warning("database check failed", exc_info=True)
        return DatabaseCheck(ok=False, duration_ms=None)
    return DatabaseCheck(ok=True, duration_ms=round((time.perf_counter() - started) * 1000, 2))


def check_migrations() -> MigrationsCheck:
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return MigrationsCheck(ok=False, pending=None)
    pending = sum(
        key not in applied and not (replaces and replaces <= applied)
        for key, replaces in _migrations_on_disk()
    )
    return MigrationsCheck(ok=pending == 0, pending=pending)


@lru_cache(maxsize=1)
def _migrations_on_disk() -> list[tuple[tuple[str, str], frozenset[tuple[str, str]]]]:
    # Cached, because loading the modules takes longer than the rest of the probe.
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return [
        (key, frozenset((app, name) for app, name in migration.replaces))
        for key, migration in migrations.items()
    ]


def database_engine() -> str:
    return connection.vendor


@lru_cache(maxsize=1)
def release_version() -> str:
    # `nx release` writes the version of every project to its package.json.
    manifest = json.loads((Path(__file__).parents[2] / "package.json").read_text())
    return str(manifest["version"])


def versions() -> Versions:
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
