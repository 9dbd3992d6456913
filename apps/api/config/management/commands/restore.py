import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django_tasks_db.models import DBTaskResult

# Migrations and the worker fill these in an empty installation.
NOT_DATA = {ContentType, Permission, DBTaskResult}


class Command(BaseCommand):
    help = (
        "Replace an empty SQLite database by a copy from standard input while the application runs. "
        "With PostgreSQL, only check that the database is empty."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--replace", action="store_true", help="Also replace a database that has data.")

    def handle(self, *_: Any, replace: bool, **__: Any) -> None:
        for model in () if replace else apps.get_models(include_auto_created=True):
            if model not in NOT_DATA and model._meta.base_manager.exists():
                raise CommandError(
                    f"The database has data ({model._meta.db_table}). To delete them, add --replace."
                )
        if connection.vendor == "sqlite":
            self._restore()

    def _restore(self) -> None:
        connection.ensure_connection()
        with NamedTemporaryFile(dir=Path(connection.settings_dict["NAME"]).parent) as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
            file.flush()
            with closing(sqlite3.connect(file.name)) as copy:
                try:
                    copy.backup(connection.connection)
                except sqlite3.DatabaseError as error:
                    raise CommandError(f"The backup is damaged: {error}.") from error
