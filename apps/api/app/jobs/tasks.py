from django.core.management import call_command
from django_tasks import task


@task()
def prune_jobs() -> None:
    """Delete finished jobs. Failed ones stay longer, so that they can be retried."""
    call_command("prune_db_task_results", "--queue-name=*", "--min-age-days=7", "--failed-min-age-days=30")
