"""The worker of the job table: django-tasks-db's, plus retries, recovery and schedules.

A job is a row of `DBTaskResult`. The length of its `worker_ids` is the number of attempts. While a job runs,
its `run_after` is a lease that the worker extends. If the worker is killed, the lease ends and the job runs
again.
"""

import logging
import tempfile
from datetime import timedelta
from pathlib import Path
from threading import Thread
from time import sleep
from uuid import UUID

from django.db import DatabaseError, close_old_connections, connections
from django_tasks_db.management.commands.db_worker import Worker

from app.jobs import services

# Not structlog: config/sentry.py reads the exception from the record.
log = logging.getLogger(__name__)

# Well below the lease, so that one failed extension does not end it.
KEEP_INTERVAL = services.LEASE / 6
# The health check of the container compares the time of this file.
ALIVE = Path(tempfile.gettempdir(), "worker-alive")
# Pause after a database error, such as a full disk or a restart of PostgreSQL.
ERROR_PAUSE = timedelta(seconds=5)


class JobWorker(Worker):
    """Runs jobs until SIGTERM, then finishes the running one. A second thread extends its lease."""

    current: UUID | None = None

    def run(self) -> None:
        """Continue after a database error, for example until a full disk has space again."""
        if self.batch:
            services.recover_abandoned_jobs()
            services.enqueue_due_jobs()
        else:
            Thread(target=self._keep, daemon=True).start()
        while self.running:
            try:
                return super().run()
            except DatabaseError:
                if self.batch:
                    raise
                log.exception("database error, the worker tries again")
                connections.close_all()
                pause(ERROR_PAUSE)
        return None

    def run_task(self, db_task_result: services.Job) -> None:
        services.extend_lease(db_task_result.pk)
        self.current = db_task_result.pk
        try:
            super().run_task(db_task_result)
        finally:
            self.current = None
        services.retry_later(db_task_result)

    def _keep(self) -> None:
        while self.running:
            ALIVE.touch()
            close_old_connections()
            try:
                if self.current is not None:
                    services.extend_lease(self.current)
                services.recover_abandoned_jobs()
                services.enqueue_due_jobs()
            except DatabaseError:
                log.exception("database error, leases and schedules are tried again")
            pause(KEEP_INTERVAL)


def pause(duration: timedelta) -> None:
    sleep(duration.total_seconds())
