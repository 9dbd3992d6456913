from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus, default_task_backend
from django_tasks.exceptions import TaskResultDoesNotExist

from app.exports.models import Export
from app.exports.schemas import Status

KEPT = timedelta(days=7)


def kept_exports() -> QuerySet[Export]:
    """Return the exports whose time is not over, also if the scheduled job has not run."""
    return Export.objects.filter(created_at__gt=timezone.now() - KEPT)


def find_export(*, owner_id: int) -> Export | None:
    """Return the user's export without its file."""
    return kept_exports().defer("file").filter(owner_id=owner_id).first()


def read_file(*, owner_id: int) -> bytes:
    return bytes(kept_exports().exclude(file=None).get(owner_id=owner_id).file or b"")


def status_of(export: Export) -> Status:
    """Read the status of the job, which stays pending while the worker retries it."""
    if export.size is not None:
        return "ready"
    if export.is_too_large:
        return "too_large"
    try:
        has_failed = default_task_backend.get_result(str(export.job)).status == TaskResultStatus.FAILED
    except TaskResultDoesNotExist:
        has_failed = True
    return "failed" if has_failed else "pending"
