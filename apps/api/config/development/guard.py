"""Keeps commands that write over data away from data that somebody needs."""

from django.conf import settings
from django.core.management.base import CommandError
from django.db.backends.base.base import BaseDatabaseWrapper

# An empty host is a Unix socket.
_HERE = {"", "localhost", "127.0.0.1", "::1"}


def require_development(connection: BaseDatabaseWrapper) -> None:
    """Go on in development alone, and with a database on this machine.

    The second, because the environment of a command is quickly set, and says nothing about the database.

    Raises:
        CommandError: with one sentence.
    """
    environment = settings.ENVIRONMENT.environment
    if environment != "development":
        raise CommandError(f"This is for development alone, and APP_ENVIRONMENT is {environment}.")
    host = str(connection.settings_dict["HOST"])
    if host not in _HERE and not host.startswith("/"):
        raise CommandError(f"This is for databases on this machine, and DATABASE_URL names {host}.")
