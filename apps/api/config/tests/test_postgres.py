import pytest

from config.environment import load
from config.tests.test_environment import PRODUCTION, run

SERVER = f"127.0.0.1:{load().database_port}"
SHOW_TIMEOUT = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SHOW statement_timeout")
    print(*cursor.fetchone())
"""


@pytest.mark.parametrize(
    ("command", "timeout"),
    [
        (("-c", f"import config.wsgi\n{SHOW_TIMEOUT}"), "30s"),
        (("manage.py", "shell", "--no-imports", "-c", SHOW_TIMEOUT), "0"),
    ],
)
def test_a_statement_of_a_request_is_limited_and_one_of_a_command_is_not(
    command: tuple[str, ...], timeout: str
) -> None:
    done = run(*command, **PRODUCTION, DATABASE_URL=f"postgres://app:app@{SERVER}/app")
    assert done.stdout == f"{timeout}\n", done.stderr


@pytest.mark.parametrize(
    ("address", "variable", "reason"),
    [
        (f"app:wrong@{SERVER}/app", "APP_DATABASE_PASSWORD_FILE", "password authentication failed"),
        (f"app:app@{SERVER}/none", "DATABASE_URL", 'database "none" does not exist'),
        (f"app:app@{SERVER}/app?sslmode=none", "DATABASE_URL", 'invalid sslmode value: "none"'),
        (f"app:app@{SERVER}/app?none=1", "DATABASE_URL", 'invalid connection option "none"'),
    ],
)
def test_a_migration_that_cannot_connect_stops_with_one_sentence_that_names_the_variable(
    address: str, variable: str, reason: str
) -> None:
    done = run("manage.py", "migrate", **PRODUCTION, DATABASE_URL=f"postgres://{address}")
    assert done.returncode == 1
    assert done.stderr.startswith(f"The API cannot start. Check {variable}")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
