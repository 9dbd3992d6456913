"""`manage.py export_openapi PATH` writes the OpenAPI document. It needs neither a database nor a server."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from config import openapi


class Command(BaseCommand):
    help = "Writes the OpenAPI document to a file."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *, path: Path, **_options: object) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(openapi.text(), encoding="utf-8", newline="\n")
