from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db import connections
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "app.accounts"

    def ready(self) -> None:
        post_migrate.connect(_remove_expired_sessions, sender=self)
        _keep_spaces_in_passwords()


def _keep_spaces_in_passwords() -> None:
    """Use passwords as entered, as the admin does. The fields of allauth's headless API remove spaces."""
    # These forms cannot be imported before the models are loaded.
    inputs = import_module("allauth.headless.account.inputs")
    for form in (
        inputs.SignupInput,
        inputs.LoginInput,
        inputs.ChangePasswordInput,
        inputs.ResetPasswordInput,
    ):
        for name, field in form.base_fields.items():
            if "password" in name:
                field.strip = False


def _remove_expired_sessions(*, using: str, **_signal: Any) -> None:
    """Run `clearsessions` after each migration step. Django never removes expired sessions itself."""
    # Missing if the migrations of the sessions were reverted.
    table = apps.get_model("sessions.Session")._meta.db_table
    if table in connections[using].introspection.table_names():
        call_command("clearsessions")
