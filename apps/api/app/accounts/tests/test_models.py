import pytest
from django.db import IntegrityError

from app.accounts.models import User

pytestmark = pytest.mark.django_db


def test_keeps_an_address_in_lower_case() -> None:
    assert str(User.objects.create_user("Ada@Example.COM")) == "ada@example.com"


def test_has_one_person_for_an_address_whatever_wrote_it() -> None:
    User.objects.create_user("ada@example.com")
    with pytest.raises(IntegrityError):
        User(email="ADA@example.com").save()


def test_makes_nobody_without_an_address() -> None:
    with pytest.raises(ValueError, match="address"):
        User.objects.create_user("")


def test_lets_nobody_in_as_a_person_without_a_password() -> None:
    assert not User.objects.create_user("ada@example.com").has_usable_password()
