import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from app.accounts.models import User
from app.common.tests.client import ApiClient
from development.management.commands import seed

pytestmark = pytest.mark.django_db


def run_seed() -> str:
    output = io.StringIO()
    call_command("seed", stdout=output)
    return output.getvalue()


def test_seed_creates_a_user_who_can_sign_in_with_the_printed_password(anonymous: ApiClient) -> None:
    output = run_seed()
    assert seed.EMAIL in output
    assert seed.PASSWORD in output
    credentials = {"email": seed.EMAIL, "password": seed.PASSWORD}
    assert anonymous.send("POST", "/api/auth/browser/v1/auth/login", credentials).status_code == 200
    assert anonymous.get("/admin/").status_code == 200


def test_a_second_seed_creates_nothing_and_resets_the_password() -> None:
    def count() -> list[int]:
        return [factory._meta.model.objects.count() for factory in seed.owned_factories()]

    run_seed()
    before = count()
    assert all(number >= seed.ROWS for number in before)
    user = User.objects.get()
    user.set_password("another password")
    user.save()
    run_seed()
    assert count() == before
    assert User.objects.get().check_password(seed.PASSWORD)


def test_seed_refuses_a_database_on_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "HOST", "db.example.com")
    with pytest.raises(CommandError, match=r"db\.example\.com"):
        run_seed()
    assert not User.objects.exists()
