from typing import Any

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db import connections
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "app.accounts"

    def ready(self) -> None:
        post_migrate.connect(_remove_expired_sessions, sender=self)


def _remove_expired_sessions(*, using: str, **_signal: Any) -> None:
    """Run `clearsessions` after each migration step. Django never removes expired sessions itself."""
    # Missing if the migrations of the sessions were reverted.
    table = apps.get_model("sessions.Session")._meta.db_table
    if table in connections[using].introspection.table_names():
        call_command("clearsessions")
