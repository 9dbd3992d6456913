"""The environment of a developer's machine, for tests of what exists there alone."""

from django.conf import settings as django_settings
from pytest_django import Settings


def set_environment(settings: Settings, name: str) -> None:
    """Say that this is another environment than the tests' own."""
    settings.ENVIRONMENT = django_settings.ENVIRONMENT.model_copy(update={"environment": name})
