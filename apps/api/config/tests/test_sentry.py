import logging
from collections.abc import Iterator
from typing import Any

import pytest
import sentry_sdk
from django.core.management import call_command
from django.core.signals import got_request_exception
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from app.jobs import services, worker
from app.jobs.tests.tasks import append, fail
from config import sentry

# The worker commits its transactions.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def events(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Start Sentry, and return what it would send."""
    settings.SCHEDULED_JOBS = {}
    sent: list[Any] = []
    for name in sentry.WORKER_LOGGERS:
        monkeypatch.setattr(logging.getLogger(name), "handlers", [])
    sentry.start("http://key@127.0.0.1:9/1", name="app")
    transport = sentry_sdk.get_client().transport
    monkeypatch.setattr(transport, "capture_envelope", lambda envelope: sent.append(envelope.get_event()))
    yield sent
    got_request_exception.disconnect(sentry.report)
    sentry_sdk.get_global_scope().set_client(None)


def test_each_failed_attempt_of_a_job_is_reported_without_its_arguments(events: list[Any]) -> None:
    append.enqueue("/missing/folder/file", "a secret line")
    call_command("worker", "--once")
    (event,) = events
    assert event["exception"]["values"][-1]["type"] == "FileNotFoundError"
    assert event["level"] == "error"
    job = DBTaskResult.objects.get()
    assert {str(job.pk), job.task_path} < set(event["logentry"]["params"])
    assert "a secret line" not in str(event)


def test_a_database_error_of_the_worker_is_reported(
    events: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail.enqueue()
    failures = [OperationalError("database or disk is full")]
    extend = services.extend_lease

    def extend_or_fail(*args: Any) -> None:
        if failures:
            raise failures.pop()
        extend(*args)

    monkeypatch.setattr(services, "extend_lease", extend_or_fail)
    monkeypatch.setattr(worker, "pause", lambda _: DBTaskResult.objects.update(status="READY"))
    monkeypatch.setattr(worker.JobWorker, "_keep", lambda _: None)
    call_command("worker", "--max-jobs=1")
    assert [event["exception"]["values"][-1]["value"] for event in events] == [
        "database or disk is full",
        "The server is down.",
    ]
