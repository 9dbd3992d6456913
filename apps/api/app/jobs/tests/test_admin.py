from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django_tasks_db.models import DBTaskResult

from app.accounts.models import User
from app.common.tests.client import ApiClient
from app.jobs.tests.tasks import append

pytestmark = pytest.mark.django_db
LIST = "/admin/django_tasks_database/dbtaskresult/"


@pytest.fixture
def failed() -> Any:
    append.enqueue("/secret/path", "line")
    traceback = "ConnectionRefusedError: The server is down."
    DBTaskResult.objects.update(status="FAILED", traceback=traceback, worker_ids=["one", "two"])
    return DBTaskResult.objects.get()


def staff(user: User, *permissions: str) -> None:
    user.is_staff = True
    user.save()
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))


def run_again(api: ApiClient, job: Any) -> Any:
    form = {"action": "run_again", "_selected_action": job.pk, "csrfmiddlewaretoken": api.csrf_token()}
    return api.post(LIST, form, follow=True)


def test_staff_see_why_a_job_failed_but_not_its_arguments(api: ApiClient, user: User, failed: Any) -> None:
    staff(user, "view_dbtaskresult")
    page = api.get(f"{LIST}{failed.pk}/change/").content.decode()
    assert "The server is down." in page
    assert "/secret/path" not in page
    assert "append" in api.get(LIST).content.decode()


def test_staff_run_a_failed_job_again_with_all_its_attempts(api: ApiClient, user: User, failed: Any) -> None:
    staff(user, "view_dbtaskresult", "change_dbtaskresult")
    assert "1 failed jobs will run again." in run_again(api, failed).content.decode()
    failed.refresh_from_db()
    assert (failed.status, failed.worker_ids) == ("READY", [])


def test_a_job_that_has_not_failed_is_not_run_again(api: ApiClient, user: User, failed: Any) -> None:
    staff(user, "view_dbtaskresult", "change_dbtaskresult")
    DBTaskResult.objects.update(status="SUCCESSFUL")
    run_again(api, failed)
    failed.refresh_from_db()
    assert failed.status == "SUCCESSFUL"


def test_staff_who_may_only_see_jobs_cannot_run_them(api: ApiClient, user: User, failed: Any) -> None:
    staff(user, "view_dbtaskresult")
    run_again(api, failed)
    failed.refresh_from_db()
    assert failed.status == "FAILED"
