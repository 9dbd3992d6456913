from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import structlog
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

Job = DBTaskResult[Any, Any]

# Attempts before a job stays failed. The last one is 57 minutes after the first.
MAX_ATTEMPTS = 6
FIRST_DELAY = timedelta(seconds=10)
DELAY_FACTOR = 4
# Time without a sign of life after which a worker counts as killed.
LEASE = timedelta(minutes=1)

log = structlog.get_logger("app.jobs")


def extend_lease(pk: UUID) -> None:
    _running().filter(pk=pk).update(run_after=timezone.now() + LEASE)


def retry_later(job: Job) -> None:
    """Queue a failed job again, with a delay that grows with each attempt."""
    attempts = len(job.worker_ids)
    if job.status != TaskResultStatus.FAILED:
        return
    if attempts >= MAX_ATTEMPTS:
        log.error("job failed for good, retry it in the admin", job=str(job.pk), task=job.task_path)
        return
    delay = FIRST_DELAY * DELAY_FACTOR ** (attempts - 1)
    job.status = TaskResultStatus.READY
    job.run_after = timezone.now() + delay
    job.save(update_fields=["status", "run_after"])
    log.warning("job failed, retry", job=str(job.pk), task=job.task_path, attempts=attempts, delay=str(delay))


def recover_abandoned_jobs() -> None:
    """Queue the jobs of killed workers again, or fail them if they used up their attempts.

    Such a job may have taken effect before its worker was killed, so each one is logged.
    """
    now = timezone.now()
    # Without a lease, the worker was killed before it could set one.
    expired = Q(run_after__lte=now) | Q(run_after=get_date_max())
    for job in _running().filter(expired, started_at__lt=now - LEASE):
        is_last = len(job.worker_ids) >= MAX_ATTEMPTS
        changes = {
            "status": TaskResultStatus.FAILED if is_last else TaskResultStatus.READY,
            "run_after": now,
            "finished_at": now if is_last else None,
            "traceback": "The worker was killed while it ran this job. The job may have taken effect.",
        }
        # Only if no other worker was faster.
        if _running().filter(pk=job.pk, run_after=job.run_after).update(**changes):
            log.error("worker was killed, its job may run a second time", job=str(job.pk), task=job.task_path)


def run_again(jobs: QuerySet[Job]) -> int:
    """Queue failed jobs with all their attempts. Return how many there were."""
    failed = jobs.filter(status=TaskResultStatus.FAILED)
    return failed.update(status=TaskResultStatus.READY, run_after=timezone.now(), worker_ids=[])


def enqueue_due_jobs(now: datetime | None = None) -> None:
    """Enqueue each of SCHEDULED_JOBS once in each of its periods, whichever worker is first.

    The id of the row follows from the name and the period, so that the database rejects a second row.
    """
    now = now or timezone.now()
    due = {_period_id(path, every, now): path for path, every in settings.SCHEDULED_JOBS.items()}
    for pk in DBTaskResult.objects.filter(pk__in=due).values_list("pk", flat=True):
        del due[pk]
    rows: list[Job] = [
        DBTaskResult(
            pk=pk,
            task_path=path,
            args_kwargs={"args": [], "kwargs": {}},
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            run_after=now,
        )
        for pk, path in due.items()
    ]
    DBTaskResult.objects.bulk_create(rows, ignore_conflicts=True)


def _period_id(path: str, every: timedelta, now: datetime) -> UUID:
    return uuid5(NAMESPACE_URL, f"{path} {now.timestamp() // every.total_seconds()}")


def _running() -> QuerySet[Job]:
    return DBTaskResult.objects.running()
