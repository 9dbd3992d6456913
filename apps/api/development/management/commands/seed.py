"""`manage.py seed` creates a user and sample data in the development database."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.models import CharField, TextField
from factory.django import DjangoModelFactory

from app.accounts.models import User

EMAIL = "ada@example.com"
PASSWORD = "for-development-only"

# More than one page of a list.
ROWS = 30
TEXTS = (
    "Ünïcödé, 日本語, العربية and 🎉",
    "<b>Markup</b> & \"quotes\" <script>alert('shown as text')</script>",
    "A long text. " * 50,
)


class Command(BaseCommand):
    help = "Creates a user and sample data in the development database."

    @transaction.atomic
    def handle(self, **_options: object) -> None:
        # DATABASE_URL may still refer to a server.
        host = str(connection.settings_dict["HOST"])
        if host not in {"", "localhost", "127.0.0.1", "::1"} and not host.startswith("/"):
            raise CommandError(f"DATABASE_URL refers to another machine ({host}). Use a local database.")
        user = User.objects.filter(email=EMAIL).first() or User.objects.create_superuser(EMAIL)
        user.set_password(PASSWORD)
        user.save()
        # Confirmed, so that signing in asks for no code.
        EmailAddress.objects.update_or_create(
            user=user, email=EMAIL, defaults={"verified": True, "primary": True}
        )
        for factory in owned_factories():
            created = _create_rows(factory, user)
            self.stdout.write(f"{factory._meta.model.__name__}: {created} created")
        self.stdout.write(f"Sign in as {EMAIL} with the password {PASSWORD}, also at /admin/.")


def owned_factories() -> Iterator[type[DjangoModelFactory[Any]]]:
    """Yield the test factories of models with an owner, so that new resources have sample data too."""
    for app in apps.get_app_configs():
        try:
            module = import_module(f"{app.name}.tests.factories")
        except ModuleNotFoundError:
            continue
        for value in vars(module).values():
            if isinstance(value, type) and value.__module__ == module.__name__ and _has_owner(value):
                yield value


def _has_owner(value: type) -> bool:
    return issubclass(value, DjangoModelFactory) and hasattr(value._meta.model, "owner")


def _create_rows(factory: type[DjangoModelFactory[Any]], user: User) -> int:
    model = factory._meta.model
    if model._default_manager.filter(owner=user).exists():
        return 0
    factory.create_batch(ROWS, owner=user)
    text_fields = [f for f in model._meta.fields if type(f) in {CharField, TextField} and not f.choices]
    for text in TEXTS:
        factory.create(owner=user, **{field.name: text[: field.max_length] for field in text_fields})
    return ROWS + len(TEXTS)
