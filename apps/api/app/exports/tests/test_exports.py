import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings as project
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from app.accounts.models import User
from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem
from app.exports import archive
from app.exports.models import Export
from app.exports.services import request_export as request_export_of
from app.exports.tasks import create_export, delete_expired_exports

pytestmark = pytest.mark.django_db
EXPORT = "/api/account/export"


def run_job() -> None:
    create_export.call(str(Export.objects.get().pk))


def request_export(api: ApiClient) -> Any:
    response = api.send("POST", EXPORT)
    assert response.status_code == 202
    return response.json()["export"]


def status(api: ApiClient) -> Any:
    export = api.get(EXPORT).json()["export"]
    return export and export["status"]


def download(api: ApiClient) -> dict[str, list[dict[str, Any]]]:
    response = api.get(f"{EXPORT}/file")
    assert response.status_code == 200
    with ZipFile(BytesIO(response.content)) as files:
        assert b"Everything" in files.read("README.txt")
        return {name: json.loads(files.read(name)) for name in files.namelist() if name.endswith(".json")}


def test_a_user_requests_an_export_and_downloads_it_when_the_worker_has_written_it(
    confirmed: ApiClient, user: User
) -> None:
    assert status(confirmed) is None
    assert request_export(confirmed)["status"] == "pending"
    assert_problem(confirmed.get(f"{EXPORT}/file"), 404)
    run_job()
    response = confirmed.get(f"{EXPORT}/file")
    assert response["Content-Disposition"] == 'attachment; filename="data.zip"'
    assert (response["Cache-Control"], response["Content-Type"]) == ("no-store", "application/zip")
    assert len(response.content) == confirmed.get(EXPORT).json()["export"]["size"]
    (account,) = download(confirmed)["accounts.user.json"]
    assert (account["pk"], account["fields"]["email"]) == (user.pk, user.email)


def test_an_export_has_the_rows_of_every_resource_and_nothing_of_another_user(
    confirmed: ApiClient, user: User, other_user: User
) -> None:
    # Sample data for each model that has an owner.
    call_command("seed")
    seeded = User.objects.get(email="ada@example.com")
    resources = [m for m in apps.get_models() if m.__module__.startswith("app.") and hasattr(m, "owner")]
    resources.remove(Export)
    for model in resources:
        model._default_manager.filter(pk=model._default_manager.values("pk")[:1]).update(owner=other_user)
        model._default_manager.filter(owner=seeded).update(owner=user)
    request_export(confirmed)
    run_job()
    files = download(confirmed)
    for model in resources:
        exported = {row["pk"] for row in files[f"{model._meta.label_lower}.json"]}
        assert exported == {
            str(pk) for pk in model._default_manager.filter(owner=user).values_list("pk", flat=True)
        }
        assert exported
    assert other_user.email not in json.dumps(files)


def test_an_export_has_what_libraries_know_but_no_secret(confirmed: ApiClient, user: User) -> None:
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    Authenticator.objects.create(user=user, type="totp", data={"secret": "totp-secret"})
    SocialAccount.objects.create(
        user=user, provider="oidc", uid="id-at-the-provider", extra_data={"name": "Ada Lovelace"}
    )
    UserSession.objects.create(
        user=user, ip="192.0.2.1", session_key="key-of-a-session", user_agent="Browser"
    )
    request_export(confirmed)
    run_job()
    text = json.dumps(download(confirmed))
    known = (user.email, "totp", "id-at-the-provider", "Ada Lovelace", "192.0.2.1")
    assert not [value for value in known if f'"{value}"' not in text]
    assert not [secret for secret in ("totp-secret", "key-of-a-session", user.password) if secret in text]


def test_only_the_owner_can_download_an_export(
    confirmed: ApiClient, other_user: User, anonymous: ApiClient
) -> None:
    request_export(confirmed)
    run_job()
    assert_problem(anonymous.get(f"{EXPORT}/file"), 401)
    anonymous.force_login(other_user)
    assert status(anonymous) is None
    assert_problem(anonymous.get(f"{EXPORT}/file"), 404)


def test_a_request_needs_recent_authentication_and_is_refused_as_by_allauth(api: ApiClient) -> None:
    response = api.send("POST", EXPORT)
    body = response.json()
    assert (response.status_code, response["Content-Type"]) == (401, "application/json")
    assert body["meta"] == {"is_authenticated": True}
    assert [flow["id"] for flow in body["data"]["flows"]][:1] == ["reauthenticate"]
    assert not Export.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_the_same_time_give_one_export(user: User) -> None:
    def request(_: int) -> UUID:
        try:
            return request_export_of(owner_id=user.pk).pk
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        assert len({*pool.map(request, range(4))}) == 1
    assert (Export.objects.count(), DBTaskResult.objects.count()) == (1, 1)


def test_a_mail_says_that_the_export_is_ready_if_the_installation_sends_mail(
    confirmed: ApiClient, user: User, settings: Settings
) -> None:
    request_export(confirmed)
    run_job()
    assert mail.outbox == []
    settings.SENDS_MAIL = True
    request_export(confirmed)
    run_job()
    # After a worker was killed, its job runs again.
    run_job()
    (message,) = mail.outbox
    assert (message.to, message.subject) == ([user.email], f"[{project.IDENTITY.title}] Your data is ready")
    assert "http://testserver/account" in message.body


def test_an_export_can_be_requested_again_after_its_job_has_failed_or_finished(confirmed: ApiClient) -> None:
    first = request_export(confirmed)
    assert request_export(confirmed) == first
    DBTaskResult.objects.update(status="FAILED")
    assert status(confirmed) == "failed"
    assert request_export(confirmed)["status"] == "pending"
    run_job()
    assert status(confirmed) == "ready"
    assert request_export(confirmed)["status"] == "pending"


def test_an_export_above_the_limit_is_not_stored_and_the_status_says_so(
    confirmed: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 1000)
    request_export(confirmed)
    run_job()
    assert status(confirmed) == "too_large"
    assert Export.objects.get().file is None


def test_the_job_of_a_deleted_account_ends_without_an_error(confirmed: ApiClient, user: User) -> None:
    request_export(confirmed)
    pk = Export.objects.get().pk
    user.delete()
    create_export.call(str(pk))
    assert not Export.objects.exists()


def test_an_export_ends_after_seven_days_and_a_scheduled_job_deletes_it(
    confirmed: ApiClient, user: User
) -> None:
    request_export(confirmed)
    run_job()
    delete_expired_exports.call()
    assert status(confirmed) == "ready"
    Export.objects.update(created_at=timezone.now() - timedelta(days=7))
    assert status(confirmed) is None
    assert_problem(confirmed.get(f"{EXPORT}/file"), 404)
    delete_expired_exports.call()
    assert not Export.objects.exists()
