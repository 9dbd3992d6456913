from socket import gethostname
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.autoreload import run_with_reloader
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS

from app.jobs.worker import JobWorker


class Command(BaseCommand):
    help = "Runs jobs until SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Run the jobs that are ready, then exit.")
        parser.add_argument("--max-jobs", type=int, help="Exit after this number of jobs.")

    def handle(self, *, once: bool, max_jobs: int | None, **_options: Any) -> None:
        worker = JobWorker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=1,
            batch=once,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=max_jobs,
            # The host is the id of the container.
            worker_id=f"{gethostname()[:40]}-{get_random_string(8)}",
        )
        if settings.DEBUG and not once:
            run_with_reloader(worker.run)
        else:
            worker.configure_signals()
            worker.run()
