"""`manage.py seed` fills the development database with a person and something to look at."""

from importlib import import_module

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils.module_loading import module_has_submodule

from app.accounts import seeds
from config.development.guard import require_development


class Command(BaseCommand):
    """Calls `seed` in the module `seeds` of each domain that has one.

    Each makes the same rows whenever it is called, and leaves alone those that are there.
    """

    help = "Fills the development database with a person and something to look at."

    @transaction.atomic
    def handle(self, **options: object) -> None:
        """Make what is missing."""
        del options
        require_development(connection)
        person = seeds.seed_person()
        for app in apps.get_app_configs():
            if app.module is None or not module_has_submodule(app.module, "seeds"):
                continue
            module = import_module(f"{app.name}.seeds")
            if hasattr(module, "seed"):
                self.stdout.write(f"{app.label}: {module.seed(owner_id=person.pk)} made")
        self.stdout.write(
            f"Sign in as {seeds.EMAIL} with the password {seeds.PASSWORD} (it opens /admin/ too)"
        )
