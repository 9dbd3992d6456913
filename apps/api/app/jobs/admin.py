from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult

from app.jobs import services

admin.site.unregister(DBTaskResult)


@admin.register(DBTaskResult)
class JobAdmin(DBTaskResultAdmin):
    """Shows jobs, and runs failed ones again. Arguments are hidden, because mails contain codes."""

    # The stubs expect the length of the base class's tuples.
    list_display: Any = (
        "task_name",
        "status",
        "attempts",
        "enqueued_at",
        "run_after",
        "finished_at",
    )
    list_filter: ClassVar[Any] = ("status",)
    actions = ("run_again",)

    def get_readonly_fields(self, request: HttpRequest, obj: services.Job | None = None) -> list[str]:
        fields = super().get_readonly_fields(request, obj)
        return [name for name in fields if name not in {"args_kwargs", "return_value"}]

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("django_tasks_database.change_dbtaskresult")

    @admin.display
    def attempts(self, job: services.Job) -> int:
        return len(job.worker_ids)

    @admin.action(description="Run failed jobs again", permissions=["retry"])
    def run_again(self, request: HttpRequest, jobs: QuerySet[services.Job]) -> None:
        self.message_user(request, f"{services.run_again(jobs)} failed jobs will run again.")
