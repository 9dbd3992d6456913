"""`manage.py db_restore [--name NAME]` puts a snapshot in the place of the development database."""

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from config.development import snapshots
from config.development.guard import require_development


class Command(BaseCommand):
    """The way back from what went wrong."""

    help = "Puts a snapshot in the place of the development database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a name."""
        parser.add_argument("--name", help="of the snapshot; the latest when left out")

    def handle(self, *, name: str | None, **options: object) -> None:
        """Restore it."""
        del options
        require_development(connection)
        path = snapshots.restore(connection, name)
        self.stdout.write(f"The database is as in the snapshot {path.stem}.")
        if path.stem != snapshots.BEFORE_RESTORE:
            self.stdout.write(f"As it was: npx nx db-restore api --name={snapshots.BEFORE_RESTORE}")
        self.stdout.write("Migrations since then: npx nx run api:migrate")
