"""Error reports to Sentry. Only loaded with APP_SENTRY_DSN."""

import logging
from typing import Any

import sentry_sdk
from django.core.signals import got_request_exception
from django.http import HttpRequest
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.integrations.excepthook import ExcepthookIntegration
from sentry_sdk.integrations.logging import EventHandler
from structlog.contextvars import get_contextvars

from app.common.middleware import route
from app.health.selectors import release_version

# Loggers of the worker. They log each failed attempt of a job, and errors of the database.
WORKER_LOGGERS = ("django_tasks", "django_tasks_db", "app.jobs.worker")


def start(dsn: str, *, name: str) -> None:
    """Report exceptions that no view handles, those of jobs, and those that stop a command."""
    sentry_sdk.init(
        dsn,
        release=f"{name}@{release_version()}",
        # The others add headers, log messages, packages and arguments. Sentry's for Django costs a fifth of a
        # request's CPU time, even without an error.
        default_integrations=False,
        integrations=[AtexitIntegration(), ExcepthookIntegration()],
        max_breadcrumbs=0,
        include_local_variables=False,
        auto_session_tracking=False,
        send_client_reports=False,
    )
    got_request_exception.connect(report)
    for logger in WORKER_LOGGERS:
        logging.getLogger(logger).addHandler(EventHandler(level=logging.ERROR))


def report(request: HttpRequest, **_signal: Any) -> None:
    """Send the current exception, with nothing of the request but its method, route and path."""
    with sentry_sdk.new_scope() as scope:
        scope.set_transaction_name(f"{request.method} {route(request)}")
        scope.set_tags({**get_contextvars(), "path": request.path})
        sentry_sdk.capture_exception()
