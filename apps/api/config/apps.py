from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig
from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning


class StaticFilesConfig(DjangoStaticFilesConfig):
    """Leave files that no page loads out of `collectstatic`, which keeps the web image small."""

    def ready(self) -> None:
        super().ready()
        # Ninja's second documentation viewer. /api/docs uses Swagger UI.
        self.ignore_patterns += ["redoc.*"]
        # Outside of development, the admin loads the minified files.
        self.ignore_patterns += ["jquery.js", "select2.full.js", "select2.css", "xregexp.js"]


class ProjectConfig(AppConfig):
    name = "config"
    default = True

    def ready(self) -> None:
        register(check_tls_proxy)
        if settings.ENVIRONMENT.sentry_dsn:
            from config import sentry  # noqa: PLC0415 - without a DSN, Sentry's code is not loaded

            sentry.start(settings.ENVIRONMENT.sentry_dsn, name=settings.IDENTITY.name)


def check_tls_proxy(**_options: Any) -> list[CheckMessage]:
    """Warn of a proxy that terminates TLS but is not declared. `migrate` runs this check too."""
    if not settings.ENVIRONMENT.missing_tls_proxy:
        return []
    hint = "Set APP_TRUSTED_PROXIES to the address of the proxy that terminates TLS, or APP_TLS."
    problem = "APP_PUBLIC_URL is https, but Nginx accepts X-Forwarded-Proto from no proxy. Forms will fail."
    return [CheckWarning(problem, hint=hint, id="config.W001")]
