"""One log configuration for Django and Gunicorn: JSON lines in production, readable lines elsewhere."""

from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger


def _drop_client_tracebacks(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    # `django.security.*` logs invalid requests, such as a wrong Host header. Their tracebacks would let
    # clients fill the log.
    if str(event.get("logger", "")).startswith("django.security"):
        event.pop("exc_info", None)
    return event


# The path is logged. Cookies, headers, bodies and query strings never are.
SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(allow=[]),
    _drop_client_tracebacks,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_config(*, level: str, readable: bool) -> dict[str, Any]:
    """Configure structlog, and return the matching configuration for `logging.config.dictConfig`."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    renderers: list[Processor] = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if readable
        # Without the local variables of each frame, which may contain secrets.
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    *renderers,
                ],
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            # RequestContextMiddleware logs every response. This logger adds the tracebacks of 500s.
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            # Replaced by the line of RequestContextMiddleware, which has the request id.
            "gunicorn.access": {"handlers": [], "level": "CRITICAL"},
            "gunicorn.error": {"handlers": [], "level": level, "propagate": True},
        },
    }
