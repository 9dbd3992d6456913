import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.environment import Environment, load

ROOT = Path(__file__).resolve().parents[2]
SECRET = "s3cret-" + "x" * 50
PRODUCTION = {"APP_SECRET_KEY": SECRET, "APP_PUBLIC_URL": "http://localhost:8080"}


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment with nothing of ours in it."""
    for name in [*os.environ]:
        if name.startswith("APP_") or name == "DATABASE_URL":
            monkeypatch.delenv(name)
    return monkeypatch


def read(environ: pytest.MonkeyPatch, **values: str) -> Environment:
    for name, value in values.items():
        environ.setenv(name, value)
    load.cache_clear()
    try:
        return load()
    finally:
        load.cache_clear()


def test_is_production_when_nobody_says_otherwise(environ: pytest.MonkeyPatch) -> None:
    environment = read(environ, **PRODUCTION)
    assert environment.environment == "production"
    assert environment.database_url == "sqlite:////data/app.sqlite3"
    assert environment.hosts == ["localhost"]
    assert environment.served_over_tls is False


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"APP_SECRET_KEY": ""}, "set APP_SECRET_KEY"),
        ({"APP_SECRET_KEY": "short"}, "at least 50 characters"),
        ({"APP_SECRET_KEY": "", "APP_SECRET_KEY_FILE": "/nowhere"}, "can't be read (/nowhere)"),
        ({"APP_SECRET_KEY": "", "APP_SECRET_KEY_FILE": "/dev/null"}, "set APP_SECRET_KEY"),
        ({"APP_DATABASE_PASSWORD_FILE": "/nowhere"}, "can't be read (/nowhere)"),
        ({"APP_PUBLIC_URL": ""}, "set APP_PUBLIC_URL"),
        ({"APP_PUBLIC_URL": "localhost"}, "APP_PUBLIC_URL: "),
        ({"APP_PUBLIC_URL": "ftp://localhost"}, "APP_PUBLIC_URL: "),
        ({"APP_ENVIRONMENT": "prod"}, "APP_ENVIRONMENT: "),
        ({"APP_MAX_BODY_BYTES": "10 MB"}, "APP_MAX_BODY_BYTES: "),
        ({"APP_REQUEST_TIMEOUT_SECONDS": "0"}, "APP_REQUEST_TIMEOUT_SECONDS: "),
        ({"APP_WORKERS": "many"}, "APP_WORKERS: "),
        ({"APP_THREADS": "0"}, "APP_THREADS: "),
        ({"APP_MAX_REQUESTS": "0"}, "APP_MAX_REQUESTS: "),
        ({"APP_LOG_LEVEL": "LOUD"}, "APP_LOG_LEVEL: "),
    ],
)
def test_stops_with_one_sentence_that_names_the_variable(
    environ: pytest.MonkeyPatch, wrong: dict[str, str], words: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        read(environ, **{**PRODUCTION, **wrong})
    sentence = str(stopped.value)
    assert sentence.startswith("The API can't start: ")
    assert words in sentence
    assert "\n" not in sentence
    assert SECRET not in sentence


def test_names_every_wrong_variable_at_once(environ: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match=r"APP_WORKERS: .*; APP_THREADS: "):
        read(environ, **PRODUCTION, APP_WORKERS="x", APP_THREADS="x")


def test_reads_the_secret_from_a_file_without_its_line_end(
    environ: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "key"
    file.write_text(SECRET + "\n")
    values = {**PRODUCTION, "APP_SECRET_KEY": "", "APP_SECRET_KEY_FILE": str(file)}
    assert read(environ, **values).secret_key == SECRET


def test_reads_the_password_of_the_database_from_a_file(environ: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("p@ss\n")
    assert read(environ, **PRODUCTION).database_password == ""
    assert read(environ, APP_DATABASE_PASSWORD_FILE=str(file)).database_password == "p@ss"


@pytest.mark.parametrize("environment", ["development", "test", "build"])
def test_makes_up_a_secret_where_nothing_is_at_stake(environ: pytest.MonkeyPatch, environment: str) -> None:
    first, second = (read(environ, APP_ENVIRONMENT=environment).secret_key for _ in range(2))
    assert len(first) >= 50
    assert first != second


def test_allows_the_public_host_and_the_further_ones(environ: pytest.MonkeyPatch) -> None:
    values = {
        **PRODUCTION,
        "APP_PUBLIC_URL": "https://app.example/",
        "APP_ALLOWED_HOSTS": "a.example, b.example,",
    }
    environment = read(environ, **values)
    assert environment.hosts == ["app.example", "a.example", "b.example"]
    assert environment.served_over_tls is True


def run(*command: str, **values: str) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": os.environ["PATH"], **values}
    return subprocess.run(
        (sys.executable, *command), cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command", [("manage.py", "check"), ("-m", "gunicorn", "--check-config"), ("-c", "import config.wsgi")]
)
def test_starts_nothing_without_a_secret_and_prints_no_traceback(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode != 0
    sentence = done.stderr.strip()
    assert sentence.startswith("The API can't start: set APP_SECRET_KEY, or ")
    assert sentence.endswith(" APP_SECRET_KEY_FILE to the file that holds it.")
    assert "\n" not in sentence


@pytest.mark.parametrize(("url", "secure"), [("https://app.example", True), ("http://localhost:8080", False)])
def test_marks_cookies_as_secure_when_the_public_address_is(url: str, *, secure: bool) -> None:
    show = "from config import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG)"
    done = run("-c", show, **{**PRODUCTION, "APP_PUBLIC_URL": url})
    assert done.stdout.split() == [str(secure), str(secure), "False"], done.stderr
