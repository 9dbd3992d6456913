import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    help = "Write a consistent copy of the SQLite database to standard output while the application runs."

    def handle(self, *_: Any, **__: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("PostgreSQL has its own program: pg_dump.")
        connection.ensure_connection()
        # Beside the database, because the temporary folder is in memory.
        with NamedTemporaryFile(dir=Path(connection.settings_dict["NAME"]).parent) as file:
            with closing(sqlite3.connect(file.name)) as copy:
                connection.connection.backup(copy)
            shutil.copyfileobj(file, sys.stdout.buffer)
