"""`manage.py export_openapi PATH` writes the OpenAPI document, without a database or a server."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from config import openapi


class Command(BaseCommand):
    """Writes the same bytes for the same API."""

    help = "Writes the OpenAPI document to a file."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file's path."""
        parser.add_argument("path", type=Path)

    def handle(self, *, path: Path, **options: object) -> None:
        """Write the file; a folder that is missing is made."""
        del options
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(openapi.text(), encoding="utf-8", newline="\n")
