"""`manage.py report_state` says as JSON whether what is made of the source is current; changes nothing."""

import hashlib
import json
import sqlite3
from pathlib import Path
from urllib.parse import quote

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django.db.utils import Error

from config import openapi

# Seconds. The doctor is asked by somebody who waits.
CONNECT_TIMEOUT = 3

Migrations = set[tuple[str, str]]


class Command(BaseCommand):
    """What `npm run doctor` asks of Django, in one start."""

    help = "Reports the state of the OpenAPI document, the migrations and the database."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        """Write the report."""
        del options
        loader = MigrationLoader(None, ignore_no_migrations=True)
        report = {
            "openapi": hashlib.sha256(openapi.text().encode()).hexdigest(),
            "unwritten": _unwritten(loader),
            "trouble": None,
            "unapplied": None,
        }
        try:
            applied = _applied()
        except (Error, sqlite3.Error) as error:
            report["trouble"] = str(error).strip().splitlines()[0]
        else:
            if applied is not None:
                missing = sorted(key for key in loader.graph.nodes if key not in applied)
                report["unapplied"] = [".".join(key) for key in missing]
        self.stdout.write(json.dumps(report))


def _unwritten(loader: MigrationLoader) -> list[str]:
    """Apps whose models differ from what their migrations make."""
    autodetector = MigrationAutodetector(
        loader.project_state(),
        ProjectState.from_apps(apps),
        NonInteractiveMigrationQuestioner(specified_apps=set(), dry_run=True),
    )
    return sorted(autodetector.changes(graph=loader.graph))


def _applied() -> Migrations | None:
    """Migrations that the database has seen; None when there is no database yet.

    Raises:
        django.db.utils.Error, sqlite3.Error: it can't be asked.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "sqlite":
        return _applied_in(Path(connection.settings_dict["NAME"]))
    connection.settings_dict["OPTIONS"]["connect_timeout"] = CONNECT_TIMEOUT
    return set(MigrationRecorder(connection).applied_migrations())


def _applied_in(path: Path) -> Migrations | None:
    # Django would make the file, and its settings would write to it.
    if not path.exists():
        return None
    # Nobody has it open when there is no log beside it; reading would make one.
    is_open = path.with_name(f"{path.name}-wal").exists()
    mode = "mode=ro" if is_open else "immutable=1"
    connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?{mode}", uri=True)
    try:
        table = "SELECT 1 FROM sqlite_master WHERE name = 'django_migrations'"
        if connection.execute(table).fetchone() is None:
            return set()
        return set(connection.execute("SELECT app, name FROM django_migrations"))
    finally:
        connection.close()
