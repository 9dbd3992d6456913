"""One log configuration for Django and Gunicorn: JSON lines in production, readable ones elsewhere."""

from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger


def _no_traceback_for_clients_faults(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    # `django.security.*` is what clients send (a wrong Host, a forged cookie): anybody could fill the log.
    if str(event.get("logger", "")).startswith("django.security"):
        event.pop("exc_info", None)
    return event


# No cookie, header, body or query string is ever handed to a logger; the path is.
SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(allow=[]),
    _no_traceback_for_clients_faults,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_config(*, level: str, readable: bool) -> dict[str, Any]:
    """Describe the logs as `logging.config.dictConfig` wants them, and set structlog up alike.

    Args:
        level: the lowest level that is written, like `INFO`.
        readable: lines for people instead of JSON.
    """
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
        # Text, without the local variables of each frame: one of them could be a password.
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
            # Each answer has its own line already; what is left are the tracebacks of the 500s.
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            # Django's line says more, and knows the request's id.
            "gunicorn.access": {"handlers": [], "level": "CRITICAL"},
            "gunicorn.error": {"handlers": [], "level": level, "propagate": True},
        },
    }
