from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError

from app.accounts.models import User

pytestmark = pytest.mark.django_db


def test_email_addresses_are_stored_in_lower_case() -> None:
    assert str(User.objects.create_user("Ada@Example.COM")) == "ada@example.com"
    User(email="Bob@Example.COM").save()
    assert User.objects.filter(email="bob@example.com").exists()


def test_addresses_that_the_admin_stored_in_upper_case_are_migrated() -> None:
    user = User.objects.create_user("ada@example.com")
    User.objects.update(email="Ada@Example.COM")
    migration = import_module("app.accounts.migrations.0002_lower_case_emails")
    migration.lower_emails(apps, None)
    user.refresh_from_db()
    assert user.email == "ada@example.com"


def test_the_database_rejects_a_second_user_with_the_same_address_in_another_case() -> None:
    User.objects.create_user("ada@example.com")
    with pytest.raises(IntegrityError):
        User(email="ADA@example.com").save()


def test_a_user_needs_an_address() -> None:
    with pytest.raises(ValueError, match="e-mail address"):
        User.objects.create_user("")


def test_a_user_without_a_password_cannot_sign_in() -> None:
    assert not User.objects.create_user("ada@example.com").has_usable_password()
