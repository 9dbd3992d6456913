"""`manage.py dbshell` is Django's own, and works where the program sqlite3 is not installed."""

import runpy
import shutil
import sys
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import dbshell
from django.db import connections

# `python -m sqlite3`: https://docs.python.org/3/library/sqlite3.html#command-line-interface
_HAS_SHELL = (3, 12)


class Command(dbshell.Command):
    """Falls back on the shell that Python brings."""

    def handle(self, **options: Any) -> None:
        """Open the shell.

        Raises:
            CommandError: neither is here.
        """
        connection = connections[options["database"]]
        if connection.vendor != "sqlite" or shutil.which("sqlite3"):
            super().handle(**options)
            return
        if sys.version_info < _HAS_SHELL:
            raise CommandError(
                "It takes the program sqlite3 (Debian: apt-get install sqlite3), or Python 3.12."
            )
        # As `python -m sqlite3` would, in this process: it has the terminal and its signals.
        sys.argv = ["sqlite3", str(connection.settings_dict["NAME"])]
        runpy.run_module("sqlite3", run_name="__main__")
