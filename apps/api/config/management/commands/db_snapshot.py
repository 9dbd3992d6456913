"""`manage.py db_snapshot [--name NAME]` keeps a copy of the development database."""

from datetime import UTC, datetime

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from config.development import snapshots
from config.development.guard import require_development


class Command(BaseCommand):
    """For the moment before something that may go wrong."""

    help = "Keeps a copy of the development database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a name."""
        parser.add_argument("--name", help="of the snapshot; the time when left out")

    def handle(self, *, name: str | None, **options: object) -> None:
        """Take it."""
        del options
        require_development(connection)
        name = name or datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S")
        path = snapshots.take(connection, name)
        self.stdout.write(f"Snapshot {path.stem}: {path.stat().st_size / 1024:.0f} KiB in {path.parent}")
        self.stdout.write(f"Back to it: npx nx db-restore api --name={path.stem}")
