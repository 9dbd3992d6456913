import os
import re
import subprocess
import sys
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from config.environment import BASE_DIR, Environment, Identity, load, load_identity

SECRET = "s3cret-" + "x" * 50
PRODUCTION = {"APP_SECRET_KEY": SECRET, "APP_PUBLIC_URL": "http://localhost:8080"}
OIDC = {
    "APP_OIDC_URL": "https://id.example/realm",
    "APP_OIDC_NAME": "Example",
    "APP_OIDC_CLIENT_ID": "app",
    "APP_OIDC_CLIENT_SECRET": "p@ss",
}


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Remove the variables of the API from the environment."""
    for name in [*os.environ]:
        if name.startswith("APP_") or name == "DATABASE_URL":
            monkeypatch.delenv(name)
    return monkeypatch


def read(environ: pytest.MonkeyPatch, **values: str) -> Environment:
    for name, value in values.items():
        environ.setenv(name, value)
    return load.__wrapped__()


def test_production_is_the_default(environ: pytest.MonkeyPatch) -> None:
    environment = read(environ, **PRODUCTION)
    assert environment.environment == "production"
    assert environment.database_url == "sqlite:////data/app.sqlite3"
    assert environment.hosts == ["localhost"]
    assert environment.served_over_tls is False


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"APP_SECRET_KEY": ""}, "Set APP_SECRET_KEY, or"),
        ({"APP_SECRET_KEY": "short"}, "APP_SECRET_KEY needs at least 50 characters"),
        ({"APP_SECRET_KEY": "", "APP_SECRET_KEY_FILE": "/nowhere"}, "cannot be read (/nowhere)"),
        ({"APP_SECRET_KEY": "", "APP_SECRET_KEY_FILE": "/dev/null"}, "Set APP_SECRET_KEY, or"),
        ({"APP_DATABASE": "mysql"}, "APP_DATABASE: input should be 'sqlite' or 'postgres'"),
        ({"APP_DATABASE": "postgres"}, "Set DATABASE_URL "),
        ({"APP_DATABASE_PASSWORD_FILE": "/nowhere"}, "cannot be read (/nowhere)"),
        ({"APP_PUBLIC_URL": ""}, "Set APP_PUBLIC_URL"),
        ({"APP_PUBLIC_URL": "localhost"}, "APP_PUBLIC_URL: "),
        ({"APP_PUBLIC_URL": "ftp://localhost"}, "APP_PUBLIC_URL: "),
        ({"APP_PUBLIC_URL": "https://x/app"}, "APP_PUBLIC_URL: "),
        ({"APP_PUBLIC_URL": "https://x/?a=b"}, "APP_PUBLIC_URL: "),
        ({"APP_PUBLIC_URL": "https://x/#top"}, "APP_PUBLIC_URL: "),
        ({"APP_PUBLIC_URL": "https://user:pass@x"}, "APP_PUBLIC_URL: "),
        ({"APP_PUBLIC_URL": "https://my_app.example"}, "APP_PUBLIC_URL: "),
        ({"APP_DEV_URL": "tunnel.example"}, "APP_DEV_URL: "),
        ({"APP_DEV_URL": "https://tunnel.example/app"}, "APP_DEV_URL: "),
        ({"APP_ALLOWED_HOSTS": "https://a.example"}, 'APP_ALLOWED_HOSTS: "https://a.example" '),
        ({"APP_ALLOWED_HOSTS": "a.example b.example"}, 'APP_ALLOWED_HOSTS: "a.example b.example" '),
        ({"APP_ALLOWED_HOSTS": "a.example,b.example/x"}, 'APP_ALLOWED_HOSTS: "b.example/x" '),
        ({"APP_ALLOWED_HOSTS": "a.example:8080"}, "APP_ALLOWED_HOSTS: "),
        ({"APP_ALLOWED_HOSTS": "a.example;b.example"}, "APP_ALLOWED_HOSTS: "),
        ({"APP_ALLOWED_HOSTS": "*.example"}, "APP_ALLOWED_HOSTS: "),
        ({"APP_ALLOWED_HOSTS": "a.example."}, "APP_ALLOWED_HOSTS: "),
        ({"APP_ALLOWED_HOSTS": "::1"}, "APP_ALLOWED_HOSTS: "),
        ({"APP_ALLOWED_HOSTS": "m\u00fcnchen.example"}, "APP_ALLOWED_HOSTS: "),
        ({"APP_FORWARDED_ALLOW_IPS": "nginx"}, "APP_FORWARDED_ALLOW_IPS: "),
        ({"APP_FORWARDED_ALLOW_IPS": "10.0.0.7/8"}, "APP_FORWARDED_ALLOW_IPS: "),
        ({"APP_SMTP_URL": "mail.example"}, "APP_SMTP_URL: "),
        ({"APP_SMTP_URL": "https://mail.example"}, "APP_SMTP_URL: "),
        ({"APP_SMTP_URL": "smtp://me@mail.example"}, "APP_SMTP_URL with a user name needs smtps:// or"),
        (
            {"APP_SMTP_URL": "smtps://me@mail.example", "APP_SMTP_PASSWORD_FILE": "/nowhere"},
            "cannot be read (/nowhere)",
        ),
        ({"APP_VERIFY_EMAIL": "true"}, "APP_VERIFY_EMAIL needs mail: set APP_SMTP_URL, or remove"),
        ({"APP_MAIL_FROM": "App <app@example.com>"}, "APP_MAIL_FROM: "),
        ({"APP_OIDC_URL": "id.example"}, "APP_OIDC_URL: "),
        (
            {"APP_OIDC_URL": "https://id.example"},
            "needs APP_OIDC_NAME, APP_OIDC_CLIENT_ID, APP_OIDC_CLIENT_S",
        ),
        ({**OIDC, "APP_OIDC_URL": ""}, "A sign-in provider also needs APP_OIDC_URL."),
        ({**OIDC, "APP_OIDC_CLIENT_SECRET": ""}, "A sign-in provider also needs APP_OIDC_CLIENT_SECRET."),
        (
            {**OIDC, "APP_OIDC_CLIENT_SECRET": "", "APP_OIDC_CLIENT_SECRET_FILE": "/nowhere"},
            "cannot be read (/nowhere)",
        ),
        (
            {**OIDC, "APP_PUBLIC_URL": "https://x", "APP_OIDC_URL": "http://id.example"},
            "APP_OIDC_URL needs https",
        ),
        ({"APP_ENVIRONMENT": "prod"}, "APP_ENVIRONMENT: "),
        ({"APP_MAX_BODY_BYTES": "10 MB"}, "APP_MAX_BODY_BYTES: "),
        ({"APP_REQUEST_TIMEOUT_SECONDS": "0"}, "APP_REQUEST_TIMEOUT_SECONDS: "),
        ({"APP_THREADS": "0"}, "APP_THREADS: "),
        ({"APP_LOG_LEVEL": "LOUD"}, "APP_LOG_LEVEL: "),
        ({"APP_METRICS": "yes"}, "APP_METRICS: "),
        ({"APP_SENTRY_DSN": "https://sentry.example/1"}, "APP_SENTRY_DSN must be a DSN"),
        ({"APP_SENTRY_DSN": "https://key@sentry.example/x"}, "APP_SENTRY_DSN must be a DSN"),
        ({"APP_SENTRY_DSN_FILE": "/nowhere"}, "cannot be read (/nowhere)"),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "collector:4318"}, "OTEL_EXPORTER_OTLP_ENDPOINT: "),
        ({"APP_WORKERS": "x", "APP_MAX_REQUESTS": "0"}, "APP_WORKERS: "),
        ({"APP_WORKERS": "x", "APP_MAX_REQUESTS": "0"}, "; APP_MAX_REQUESTS: "),
    ],
)
def test_invalid_values_stop_the_process_with_one_line_that_names_the_variables(
    environ: pytest.MonkeyPatch, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        read(environ, **{**PRODUCTION, **changes})
    line = str(stopped.value)
    assert line.startswith("The API cannot start. ")
    assert message in line
    assert "\n" not in line
    assert SECRET not in line


@pytest.mark.parametrize(
    ("environment", "url"),
    [("development", "postgres://app:app@127.0.0.1:5433/app"), ("build", "sqlite://:memory:")],
)
def test_development_uses_the_postgresql_server_of_this_machine_if_chosen(
    environ: pytest.MonkeyPatch, environment: str, url: str
) -> None:
    variables = {"APP_DATABASE": "postgres", "APP_DATABASE_PORT": "5433"}
    assert read(environ, APP_ENVIRONMENT=environment, **variables).database_url == url


def test_every_secret_can_be_a_file() -> None:
    names = set(Environment.model_fields)
    secrets = {name for name in names if re.search(r"(key|password|secret|token|_dsn)$", name)}
    assert {f"{name}_file" for name in secrets} <= names
    assert secrets >= {"secret_key", "database_password", "smtp_password", "oidc_client_secret", "sentry_dsn"}


def test_secrets_can_be_read_from_files(environ: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(SECRET + "\n")
    (tmp_path / "password").write_text("p@ss\n")
    environment = read(
        environ,
        APP_PUBLIC_URL="http://localhost:8080",
        APP_SECRET_KEY_FILE=str(tmp_path / "key"),
        APP_DATABASE_PASSWORD_FILE=str(tmp_path / "password"),
    )
    assert (environment.secret_key, environment.database_password) == (SECRET, "p@ss")


@pytest.mark.parametrize("environment", ["development", "test", "build"])
def test_outside_production_each_process_has_a_random_secret_key(
    environ: pytest.MonkeyPatch, environment: str
) -> None:
    first, second = (read(environ, APP_ENVIRONMENT=environment).secret_key for _ in range(2))
    assert len(first) >= 50
    assert first != second


@pytest.mark.parametrize(
    ("networks", "trusted", "others"),
    [
        ("", ["127.0.0.1", "::ffff:127.0.0.1", "::1"], ["::ffff:127.0.0.2", "::2"]),
        ("10.0.0.0/8, fd00::/8", ["10.1.2.3", "::ffff:10.1.2.3", "fd00::7"], ["::ffff:11.1.2.3", "fe80::7"]),
        ("172.18.0.3,fd00::7,", ["172.18.0.3", "::ffff:172.18.0.3", "fd00::7"], ["::ffff:172.18.0.4"]),
        ("fd00::/8", ["fd00::7"], ["10.1.2.3", "::ffff:10.1.2.3"]),
        ("0.0.0.0/0", ["192.0.2.7", "::ffff:192.0.2.7"], ["2001:db8::7"]),
    ],
)
def test_gunicorn_trusts_an_ipv4_peer_also_in_its_form_on_an_ipv6_socket(
    environ: pytest.MonkeyPatch, networks: str, trusted: list[str], others: list[str]
) -> None:
    environment = read(environ, **PRODUCTION, APP_FORWARDED_ALLOW_IPS=networks)
    parsed = [ip_network(network) for network in environment.forwarded_allow_ips.split(",")]
    for peer in (*trusted, *others):
        assert any(ip_address(peer) in network for network in parsed) is (peer in trusted)


def test_all_peers_of_gunicorn_can_be_trusted(environ: pytest.MonkeyPatch) -> None:
    assert read(environ, **PRODUCTION, APP_FORWARDED_ALLOW_IPS="*").forwarded_allow_ips == "*"


def test_the_public_host_and_additional_hosts_are_allowed(environ: pytest.MonkeyPatch) -> None:
    environment = read(
        environ,
        APP_SECRET_KEY=SECRET,
        APP_PUBLIC_URL="https://app.example/",
        APP_ALLOWED_HOSTS="a.example, b.example,",
    )
    assert environment.hosts == ["app.example", "a.example", "b.example"]
    assert environment.served_over_tls is True


@pytest.mark.parametrize(
    "url", ["http://10.0.0.7:8080", "http://[::1]:8080/", "https://M\u00fcnchen.example"]
)
@pytest.mark.parametrize("host", ["a.example", "A.Example", ".example", "10.0.0.7", "[fd00::7]", "*"])
@pytest.mark.django_db
def test_a_host_that_is_accepted_at_start_is_allowed(
    environ: pytest.MonkeyPatch, settings: Settings, url: str, host: str
) -> None:
    environment = read(environ, APP_SECRET_KEY=SECRET, APP_PUBLIC_URL=url, APP_ALLOWED_HOSTS=host)
    public, _ = settings.ALLOWED_HOSTS = environment.hosts
    for name in (public, host.replace("*", "any").removeprefix(".")):
        assert Client().get("/api/system", headers={"host": name}).status_code == 200


@pytest.fixture
def env_file(environ: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Replace the repository's .env file."""
    path = tmp_path / ".env"
    environ.setitem(Identity.model_config, "env_file", path)
    return path


def test_the_identity_is_read_from_the_env_file(env_file: Path) -> None:
    env_file.write_text('APP_NAME=data-mill\nAPP_TITLE="Data Mill"\nAPP_PORT=8080\n')
    assert load_identity.__wrapped__().model_dump() == {"name": "data-mill", "title": "Data Mill"}


def test_the_environment_overrides_the_env_file(env_file: Path, environ: pytest.MonkeyPatch) -> None:
    env_file.write_text("APP_NAME=data-mill\nAPP_TITLE=Data Mill\n")
    environ.setenv("APP_NAME", "other")
    environ.setenv("APP_TITLE", "")
    assert load_identity.__wrapped__().model_dump() == {"name": "other", "title": "Data Mill"}


@pytest.mark.usefixtures("env_file")
def test_without_an_env_file_the_identity_has_defaults() -> None:
    assert load_identity.__wrapped__().model_dump() == {"name": "app", "title": "App"}


@pytest.mark.parametrize("name", ["Data", "data mill", "data_mill", "1data", "data;mill", "-data"])
@pytest.mark.usefixtures("env_file")
def test_an_invalid_name_stops_the_process(environ: pytest.MonkeyPatch, name: str) -> None:
    environ.setenv("APP_NAME", name)
    with pytest.raises(SystemExit, match=r"^The API cannot start\. APP_NAME: "):
        load_identity.__wrapped__()


def test_nothing_but_the_identity_is_read_from_the_env_file(
    env_file: Path, environ: pytest.MonkeyPatch
) -> None:
    env_file.write_text(f"APP_SECRET_KEY={SECRET}\nDATABASE_URL=sqlite:////x\nAPP_WORKERS=8\n")
    environ.chdir(env_file.parent)
    environment = read(environ, APP_ENVIRONMENT="build")
    assert environment.secret_key != SECRET
    assert environment.database_url == "sqlite://:memory:"
    assert environment.workers == 2


def run(*command: str, **values: str) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": os.environ["PATH"], **values}
    return subprocess.run(
        (sys.executable, *command), cwd=BASE_DIR, env=environ, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command", [("manage.py", "check"), ("-m", "gunicorn", "--check-config"), ("-c", "import config.wsgi")]
)
def test_without_a_secret_key_nothing_starts_and_no_traceback_is_printed(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode != 0
    assert done.stderr.startswith("The API cannot start. Set APP_SECRET_KEY, or APP_SECRET_KEY_FILE ")
    assert done.stderr.count("\n") == 1


POST_FORM = """
import sys, django
django.setup()
from django.conf import settings
from django.test import Client
for origin in sys.argv[1:]:
    scheme, _, host = origin.partition("://")
    client = Client(enforce_csrf_checks=True)
    token = client.cookies[settings.CSRF_COOKIE_NAME] = "x" * 32
    headers = {"host": host, "origin": origin, "x-forwarded-proto": scheme, "x-csrftoken": token}
    print(client.post("/admin/login/", headers=headers).status_code)
"""
HTTPS_LOCALHOST, LOCALHOST = "https://localhost", "http://localhost:5173"
TUNNEL, TUNNEL_PORT = "https://tunnel.example", "https://tunnel.example:8443"


@pytest.mark.parametrize(
    ("environment", "url", "statuses"),
    [
        ("development", TUNNEL, {TUNNEL: 200, LOCALHOST: 200, "https://other.example": 400}),
        ("development", f"{TUNNEL_PORT}/", {TUNNEL_PORT: 200, LOCALHOST: 200}),
        ("development", "", {TUNNEL: 400, LOCALHOST: 200, HTTPS_LOCALHOST: 403}),
        ("production", TUNNEL, {TUNNEL: 400, HTTPS_LOCALHOST: 403}),
    ],
)
def test_a_form_that_arrives_through_a_tunnel_is_accepted_in_development_if_the_tunnel_is_declared(
    environment: str, url: str, statuses: dict[str, int]
) -> None:
    variables = {**PRODUCTION, "APP_ENVIRONMENT": environment, "APP_DEV_URL": url}
    done = run("-c", POST_FORM, *statuses, DJANGO_SETTINGS_MODULE="config.settings", **variables)
    assert done.stdout.split() == [str(status) for status in statuses.values()], done.stderr


@pytest.mark.parametrize(
    ("values", "verified"),
    [
        ({}, False),
        ({"APP_SMTP_URL": "smtp://relay"}, True),
        ({"APP_SMTP_URL": "smtp://relay", "APP_VERIFY_EMAIL": "false"}, False),
        ({"APP_ENVIRONMENT": "development"}, True),
    ],
)
def test_addresses_are_verified_if_mail_can_be_sent_and_nothing_else_is_set(
    environ: pytest.MonkeyPatch, values: dict[str, str], *, verified: bool
) -> None:
    assert read(environ, **{**PRODUCTION, **values}).verifies_email is verified


SHOW_MAIL = """
from config import settings as s
print(s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_USE_SSL, s.EMAIL_USE_TLS, s.EMAIL_HOST_USER, s.EMAIL_HOST_PASSWORD)
print(s.DEFAULT_FROM_EMAIL)
"""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("smtps://me%40example.com@mail.example", "mail.example 465 True False me@example.com p@ss"),
        ("smtp+starttls://me@[::1]:2587", "::1 2587 False True me p@ss"),
        ("smtp://relay", "relay 25 False False  "),
    ],
)
def test_the_mail_server_is_one_url_and_its_password_a_file(tmp_path: Path, url: str, shown: str) -> None:
    (tmp_path / "password").write_text("p@ss\n")
    mail = {"APP_SMTP_URL": url, "APP_SMTP_PASSWORD_FILE": str(tmp_path / "password"), "APP_TITLE": "Mill"}
    done = run("-c", SHOW_MAIL, **{**PRODUCTION, **mail})
    assert done.stdout.splitlines() == [shown, "Mill <no-reply@localhost>"], done.stderr


def test_the_secret_of_the_provider_can_be_a_file_that_is_not_read_without_a_provider(
    environ: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment = read(environ, **PRODUCTION, APP_OIDC_CLIENT_SECRET_FILE="/nowhere")
    assert environment.oidc_url is None
    (tmp_path / "secret").write_text("p@ss\n")
    files = {**OIDC, "APP_OIDC_CLIENT_SECRET": "", "APP_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "secret")}
    assert read(environ, **files).oidc_client_secret == "p@ss"


@pytest.mark.parametrize(("url", "secure"), [("https://app.example", True), ("http://localhost:8080", False)])
def test_cookies_are_secure_if_the_public_url_is_https(url: str, *, secure: bool) -> None:
    show = "from config import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG)"
    done = run("-c", show, **{**PRODUCTION, "APP_PUBLIC_URL": url})
    assert done.stdout.split() == [str(secure), str(secure), "False"], done.stderr


@pytest.mark.parametrize(
    ("values", "warned"),
    [
        ({"APP_PUBLIC_URL": "https://app.example", "APP_TRUSTED_PROXIES": ""}, True),
        ({"APP_PUBLIC_URL": "https://app.example", "APP_TRUSTED_PROXIES": "10.0.0.7"}, False),
        ({"APP_PUBLIC_URL": "https://app.example", "APP_TRUSTED_PROXIES": "", "APP_TLS": ""}, True),
        ({"APP_PUBLIC_URL": "https://app.example", "APP_TRUSTED_PROXIES": "", "APP_TLS": "acme"}, False),
        ({"APP_PUBLIC_URL": "https://app.example"}, False),
        ({"APP_TRUSTED_PROXIES": ""}, False),
    ],
)
def test_the_system_check_names_the_variable_if_no_proxy_can_terminate_tls(
    values: dict[str, str], *, warned: bool
) -> None:
    done = run("manage.py", "check", **{**PRODUCTION, **values})
    assert done.returncode == 0
    assert ("Set APP_TRUSTED_PROXIES" in done.stderr) is warned
