import re
import subprocess
import sys

import pytest
from django.test import Client
from pytest_django import Settings

from config.environment import BASE_DIR

MIDDLEWARE = "development.middleware.ServerTimingMiddleware"
HEADER = re.compile(r'django;dur=[\d.]+, db;dur=[\d.]+;desc="(\d+) queries"')


@pytest.mark.django_db
def test_responses_have_the_time_of_django_and_the_number_of_queries(settings: Settings) -> None:
    settings.MIDDLEWARE = [MIDDLEWARE, *settings.MIDDLEWARE]
    headers = [Client().get(path)["Server-Timing"] for path in ("/api/livez", "/api/system")]
    assert [HEADER.fullmatch(header) is not None for header in headers] == [True, True]
    assert [HEADER.sub(r"\1", header) for header in headers] == ["0", "1"]


@pytest.mark.parametrize(("environment", "sent"), [("development", True), ("build", False)])
def test_only_development_sends_them(environment: str, *, sent: bool) -> None:
    show = f"from config import settings; print('{MIDDLEWARE}' in settings.MIDDLEWARE)"
    environ = {"APP_ENVIRONMENT": environment}
    done = subprocess.run(
        (sys.executable, "-c", show), cwd=BASE_DIR, env=environ, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == str(sent)
