import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from app.jobs import services, worker
from app.jobs.tests.tasks import append, append_and_wait, fail

# The worker commits its transactions.
pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    path = tmp_path / "marks"
    path.touch()
    return path


@pytest.fixture(autouse=True)
def _without_schedule(settings: Settings) -> None:
    settings.SCHEDULED_JOBS = {}


def run_jobs() -> None:
    call_command("worker", "--once")


def make_due() -> None:
    """Let the delay of a retry, or the lease of a killed worker, pass."""
    past = timezone.now() - timedelta(hours=2)
    DBTaskResult.objects.update(run_after=past, started_at=past)


def test_a_job_runs_once(marks: Path) -> None:
    append.enqueue(str(marks), "done")
    run_jobs()
    run_jobs()
    assert marks.read_text() == "done\n"
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_job_of_a_transaction_that_is_rolled_back_does_not_exist(marks: Path) -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        append.enqueue(str(marks), "done")
        _ = 1 / 0
    assert not DBTaskResult.objects.exists()


def test_a_failed_job_is_retried_with_a_growing_delay_and_then_stays_failed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    fail.enqueue()
    delays = []
    for _ in range(services.MAX_ATTEMPTS - 1):
        run_jobs()
        job = DBTaskResult.objects.get()
        assert job.status == "READY"
        delays.append(round((job.run_after - timezone.now()).total_seconds(), -1))
        # Before the delay has passed, nothing runs.
        run_jobs()
        assert len(DBTaskResult.objects.get().worker_ids) == len(delays)
        make_due()
    run_jobs()
    job = DBTaskResult.objects.get()
    assert (job.status, len(job.worker_ids)) == ("FAILED", services.MAX_ATTEMPTS)
    assert delays == [10, 40, 160, 640, 2560]
    assert "The server is down." in job.traceback
    assert "retry it in the admin" in caplog.text


def test_a_job_whose_code_was_removed_fails_and_others_run(marks: Path) -> None:
    append.enqueue(str(marks), "first")
    DBTaskResult.objects.update(task_path="app.jobs.tests.tasks.removed")
    append.enqueue(str(marks), "second")
    run_jobs()
    assert marks.read_text() == "second\n"
    assert "removed" in DBTaskResult.objects.get(status="READY").traceback


def test_a_worker_survives_a_full_disk_and_runs_the_job_when_there_is_space(
    marks: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    append.enqueue(str(marks), "done")
    full = [True]

    def execute(run: Any, sql: str, *args: Any) -> Any:
        if sql.startswith("UPDATE") and full:
            raise OperationalError("database or disk is full")
        return run(sql, *args)

    # There is space after the first pause.
    monkeypatch.setattr(worker, "pause", lambda _: full.clear())
    monkeypatch.setattr(worker.JobWorker, "_keep", lambda _: None)
    with connection.execute_wrapper(execute):
        call_command("worker", "--max-jobs=1")
    assert "database error, the worker tries again" in caplog.text
    assert marks.read_text() == "done\n"


def abandoned(**fields: Any) -> None:
    """Change the only job to the state in which a killed worker leaves it."""
    DBTaskResult.objects.update(
        status="RUNNING", started_at=timezone.now() - timedelta(minutes=2), worker_ids=["killed"], **fields
    )


def test_a_job_is_not_taken_from_a_worker_that_extends_its_lease(marks: Path) -> None:
    job = append.enqueue(str(marks), "done")
    abandoned()
    services.extend_lease(DBTaskResult.objects.get(pk=job.id).pk)
    run_jobs()
    assert marks.read_text() == ""


def test_a_job_that_kills_every_worker_fails_after_its_last_attempt(marks: Path) -> None:
    append.enqueue(str(marks), "done")
    abandoned()
    DBTaskResult.objects.update(worker_ids=["killed"] * services.MAX_ATTEMPTS)
    run_jobs()
    assert DBTaskResult.objects.get().status == "FAILED"
    assert "may have taken effect" in DBTaskResult.objects.get().traceback
    assert marks.read_text() == ""


def test_each_scheduled_job_is_enqueued_once_per_period_whichever_worker_is_first(settings: Settings) -> None:
    settings.SCHEDULED_JOBS = {"app.jobs.tests.tasks.fail": timedelta(days=1)}
    noon = timezone.now().replace(hour=12)
    for hours in (0, 0, 6, 23, 24):
        services.enqueue_due_jobs(noon + timedelta(hours=hours))
    assert DBTaskResult.objects.count() == 2


def test_two_workers_that_see_a_due_job_at_the_same_time_enqueue_it_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SCHEDULED_JOBS = {"app.jobs.tests.tasks.fail": timedelta(days=1)}
    # Both have looked for the row before one has inserted it.
    monkeypatch.setattr(type(DBTaskResult.objects), "filter", lambda *_, **__: DBTaskResult.objects.none())
    services.enqueue_due_jobs()
    services.enqueue_due_jobs()
    assert DBTaskResult.objects.count() == 1


@contextmanager
def workers(number: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start worker processes on the database of this test."""
    name, user, password, host, port = (
        connection.settings_dict[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    )
    url = (
        f"sqlite:///{name}"
        if connection.vendor == "sqlite"
        else f"postgres://{user}:{password}@{host}:{port}/{name}"
    )
    environ = {**os.environ, "APP_ENVIRONMENT": "test", "DATABASE_URL": url}
    command = (sys.executable, "manage.py", "worker")
    started = [subprocess.Popen(command, cwd=ROOT, env=environ, stderr=None) for _ in range(number)]
    try:
        yield started
    finally:
        for process in started:
            process.kill()
            process.wait()


def wait_for(condition: Any) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_two_workers_run_each_job_once_and_sigterm_lets_them_finish(marks: Path) -> None:
    release = marks.with_name("release")
    with workers(2) as processes:
        append_and_wait.enqueue(str(marks), str(release))
        append_and_wait.enqueue(str(marks), str(release))
        wait_for(lambda: marks.read_text() == "started\n" * 2)
        for process in processes:
            process.terminate()
        # A worker that has ended takes no more jobs.
        append.enqueue(str(marks), "third")
        release.touch()
        assert [process.wait(timeout=30) for process in processes] == [0, 0]
    assert marks.read_text() == "started\n" * 2 + "finished\n" * 2
    jobs = DBTaskResult.objects.filter(task_path__contains=".tests.")
    assert sorted((job.status, len(job.worker_ids)) for job in jobs) == [
        ("READY", 0),
        ("SUCCESSFUL", 1),
        ("SUCCESSFUL", 1),
    ]


def test_the_job_of_a_killed_worker_runs_again_and_the_log_says_so(
    marks: Path, caplog: pytest.LogCaptureFixture
) -> None:
    release = marks.with_name("release")
    append_and_wait.enqueue(str(marks), str(release))
    with workers(1) as processes:
        wait_for(lambda: marks.read_text() == "started\n")
        processes[0].kill()
    release.touch()
    run_jobs()
    assert marks.read_text() == "started\n"
    make_due()
    run_jobs()
    assert marks.read_text() == "started\nstarted\nfinished\n"
    assert "worker was killed, its job may run a second time" in caplog.text
    assert len(DBTaskResult.objects.get(task_path__contains=".tests.").worker_ids) == 2
