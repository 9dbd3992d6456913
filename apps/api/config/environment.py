"""The environment variables that the API reads, typed and validated. No other module reads them."""

import os
import re
import secrets
from functools import lru_cache
from ipaddress import IPv4Network, ip_network
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar
from urllib.parse import unquote

from pydantic import AnyUrl, Field, HttpUrl, UrlConstraints, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent
# The root of a checkout. Meaningless in the image, where BASE_DIR is /app.
REPOSITORY = BASE_DIR.parent.parent

# Django's check security.W009 requires 50 characters.
MIN_SECRET_KEY_LENGTH = 50

# What Django compares with the Host header, without the port: a name, an IP address, or `.example` for a
# domain with its subdomains. A name with other characters would never match.
_HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]|\*", re.IGNORECASE)

_DSN = re.compile(r"https?://\w+@[\w.-]+(:\d+)?(/[\w.-]+)*/\d+", re.ASCII)
# Without encryption, with STARTTLS, and with TLS from the start.
SMTP_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
SmtpUrl = Annotated[AnyUrl, UrlConstraints(allowed_schemes=[*SMTP_PORTS], host_required=True)]

S = TypeVar("S", bound=BaseSettings)


class Identity(BaseSettings):
    """The product's name and title, from the environment or from the committed `.env` file.

    Separate from `Environment`, so that no other variable and no secret is ever read from a file that is
    committed and copied into the image.
    """

    model_config = SettingsConfigDict(
        env_prefix="APP_",
        # In a checkout the file is at the root; the image has a copy beside manage.py.
        env_file=(REPOSITORY / ".env", BASE_DIR / ".env"),
        env_ignore_empty=True,
        extra="ignore",
    )

    # Part of cookie names.
    name: str = Field(default="app", pattern=r"^[a-z][a-z0-9-]*$")
    title: str = Field(default="App", min_length=1)


class Environment(BaseSettings):
    """Everything else that a deployment sets. A missing or invalid value stops the process."""

    # Treat an empty variable as unset: Compose passes `${NAME:-}` as "".
    model_config = SettingsConfigDict(env_prefix="APP_", env_ignore_empty=True, extra="ignore")

    environment: Literal["production", "development", "test", "build"] = "production"
    secret_key: str = ""
    secret_key_file: Path | None = None
    # The database if DATABASE_URL is empty. The server for development and tests listens on the port.
    database: Literal["sqlite", "postgres"] = "sqlite"
    database_port: int = Field(default=5432, ge=1, le=65_535)
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    # Separate from DATABASE_URL, because environment variables are visible in `docker inspect`.
    database_password: str = ""
    database_password_file: Path | None = None
    public_url: HttpUrl | None = None
    # The address of a tunnel to the development server. Ignored elsewhere.
    dev_url: HttpUrl | None = None
    # The port of Vite, to which links in development's mails lead.
    dev_port: int = 5173
    # Whether users confirm their address with a code. Unset: if there is a mail server.
    verify_email: bool | None = None
    allowed_hosts: str = ""
    # The mail server. Unset: no mail, except in development.
    smtp_url: SmtpUrl | None = None
    smtp_password: str = ""
    smtp_password_file: Path | None = None
    mail_from: str | None = Field(default=None, pattern=r"^[^@\s<>]+@[^@\s<>]+$")
    # The OpenID Connect provider. Unset: none.
    oidc_url: HttpUrl | None = None
    oidc_name: str = Field(default="", max_length=40)
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_client_secret_file: Path | None = None
    max_body_bytes: int = Field(default=10_485_760, ge=1024)
    request_timeout_seconds: int = Field(default=30, ge=2, le=3600)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"
    workers: int = Field(default=2, ge=1, le=64)
    threads: int = Field(default=4, ge=1, le=64)
    # Requests after which a worker is recycled.
    max_requests: int = Field(default=10_000, ge=1)
    # Addresses or networks from which Gunicorn accepts X-Forwarded-* headers, separated by commas.
    forwarded_allow_ips: str = Field(default="127.0.0.1,::1", validate_default=True)
    metrics: Literal["on"] | None = None
    sentry_dsn: str = ""
    sentry_dsn_file: Path | None = None
    # OpenTelemetry reads this variable too, and further ones with its prefix.
    otlp_endpoint: HttpUrl | None = Field(default=None, validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT")

    @field_validator("log_level", mode="before")
    @classmethod
    def _accept_lower_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("public_url", "dev_url")
    @classmethod
    def _require_origin(cls, url: HttpUrl | None) -> HttpUrl | None:
        # Without the URL in the message, because it may contain a password.
        if url and (url.path not in {None, "/"} or url.query or url.fragment or url.username or url.password):
            raise ValueError("Use scheme, host and port only, as in https://app.example")
        if url and not _HOST.fullmatch(url.host or ""):
            raise ValueError("The host may contain letters, digits, hyphens and dots only")
        return url

    @field_validator("allowed_hosts")
    @classmethod
    def _require_hosts(cls, hosts: str) -> str:
        for host in _split(hosts):
            if not _HOST.fullmatch(host):
                raise ValueError(
                    f'"{host}" is not a host name. Separate names by commas, without scheme, port and path'
                )
        return hosts

    @field_validator("forwarded_allow_ips")
    @classmethod
    def _add_mapped_networks(cls, networks: str) -> str:
        """Add the form that an IPv4 address has on Gunicorn's IPv6 socket, such as ::ffff:172.18.0.3."""
        names = _split(networks)
        parsed = [ip_network(name) for name in names if name != "*"]
        ipv4 = [network for network in parsed if isinstance(network, IPv4Network)]
        mapped = [f"::ffff:{network.network_address}/{96 + network.prefixlen}" for network in ipv4]
        return ",".join([*names, *mapped])

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.secret_key_file is not None and not self.secret_key:
            self.secret_key = _read_secret("APP_SECRET_KEY_FILE", self.secret_key_file)
        if self.database_password_file is not None and not self.database_password:
            self.database_password = _read_secret("APP_DATABASE_PASSWORD_FILE", self.database_password_file)
        if self.sentry_dsn_file is not None and not self.sentry_dsn:
            self.sentry_dsn = _read_secret("APP_SENTRY_DSN_FILE", self.sentry_dsn_file)
        if self.sentry_dsn and not _DSN.fullmatch(self.sentry_dsn):
            raise ValueError("APP_SENTRY_DSN must be a DSN like https://KEY@sentry.example/1")
        if self.smtp_url is not None and self.smtp_url.username:
            self._complete_smtp_password(self.smtp_url)
        if self.oidc_url or self.oidc_name or self.oidc_client_id or self.oidc_client_secret:
            self._complete_oidc()
        if self.environment == "production":
            self._require_production_values()
        # Outside production, each process has a new key and sessions end with it.
        self.secret_key = self.secret_key or secrets.token_urlsafe(MIN_SECRET_KEY_LENGTH)
        self.database_url = self.database_url or self._default_database()
        return self

    def _complete_smtp_password(self, url: AnyUrl) -> None:
        if url.scheme == "smtp":
            raise ValueError("APP_SMTP_URL with a user name needs smtps:// or smtp+starttls://")
        self.smtp_password = self.smtp_password or unquote(url.password or "")
        if self.smtp_password_file is not None and not self.smtp_password:
            self.smtp_password = _read_secret("APP_SMTP_PASSWORD_FILE", self.smtp_password_file)

    def _complete_oidc(self) -> None:
        if self.oidc_client_secret_file is not None and not self.oidc_client_secret:
            self.oidc_client_secret = _read_secret(
                "APP_OIDC_CLIENT_SECRET_FILE", self.oidc_client_secret_file
            )
        names = ("oidc_url", "oidc_name", "oidc_client_id", "oidc_client_secret")
        missing = [f"APP_{name.upper()}" for name in names if not getattr(self, name)]
        if missing:
            raise ValueError(f"A sign-in provider also needs {', '.join(missing)}")
        if self.served_over_tls and self.oidc_url and self.oidc_url.scheme != "https":
            raise ValueError("APP_OIDC_URL needs https, as APP_PUBLIC_URL has it")

    def _require_production_values(self) -> None:
        if not self.secret_key:
            raise ValueError("Set APP_SECRET_KEY, or APP_SECRET_KEY_FILE to the path of a file with the key")
        if len(self.secret_key) < MIN_SECRET_KEY_LENGTH:
            raise ValueError(f"APP_SECRET_KEY needs at least {MIN_SECRET_KEY_LENGTH} characters")
        if self.public_url is None:
            raise ValueError("Set APP_PUBLIC_URL to the address that users open, like http://localhost:8080")
        if self.database == "postgres" and not self.database_url:
            raise ValueError("Set DATABASE_URL to the address of the server, as APP_DATABASE is postgres")
        if self.verify_email and not self.sends_mail:
            raise ValueError("APP_VERIFY_EMAIL needs mail: set APP_SMTP_URL, or remove APP_VERIFY_EMAIL")

    def _default_database(self) -> str:
        if self.environment in {"development", "test"} and self.database == "postgres":
            return f"postgres://app:app@127.0.0.1:{self.database_port}/app"
        if self.environment == "production":
            return "sqlite:////data/app.sqlite3"
        if self.environment == "development":
            return f"sqlite:///{REPOSITORY}/.local/dev.sqlite3"
        return "sqlite://:memory:"

    @property
    def hosts(self) -> list[str]:
        """The host names that requests may use: the public URL's, the tunnel's and APP_ALLOWED_HOSTS."""
        urls = [self.public_url, self.dev_url if self.environment == "development" else None]
        return [*(url.host for url in urls if url and url.host), *_split(self.allowed_hosts)]

    @property
    def address(self) -> str:
        """The URL that users open, without a slash at its end."""
        return str(self.public_url or self.dev_url or f"http://localhost:{self.dev_port}").rstrip("/")

    @property
    def sender(self) -> str:
        """The address in the From header of mails."""
        host = self.public_url.host if self.public_url else "localhost"
        return self.mail_from or f"no-reply@{host}"

    @property
    def sends_mail(self) -> bool:
        return self.smtp_url is not None or self.environment == "development"

    @property
    def verifies_email(self) -> bool:
        return self.sends_mail if self.verify_email is None else self.verify_email

    @property
    def static_root(self) -> Path:
        """The folder that collectstatic writes and that contains the manifest of hashed names."""
        return REPOSITORY / "dist/apps/api/static" if self.environment == "build" else BASE_DIR / "static"

    @property
    def served_over_tls(self) -> bool:
        return self.public_url is not None and self.public_url.scheme == "https"

    @property
    def missing_tls_proxy(self) -> bool:
        """Whether nothing terminates TLS for an https URL. False if APP_TRUSTED_PROXIES is unset: unknown."""
        is_undeclared = os.environ.get("APP_TRUSTED_PROXIES", "unknown").strip() == ""
        return self.served_over_tls and is_undeclared and not os.environ.get("APP_TLS")


@lru_cache(maxsize=1)
def load() -> Environment:
    return _load(Environment)


@lru_cache(maxsize=1)
def load_identity() -> Identity:
    return _load(Identity)


def _load(settings: type[S]) -> S:
    try:
        return settings()
    except ValidationError as error:
        # One line that names the variables, instead of a traceback.
        raise SystemExit(f"The API cannot start. {_describe(error)}.") from None


def _describe(error: ValidationError) -> str:
    problems = []
    for item in error.errors(include_url=False):
        message = item["msg"].removeprefix("Value error, ")
        if item["loc"]:
            name = str(item["loc"][0])
            message = (
                f"{name if name.isupper() else f'APP_{name.upper()}'}: {message[:1].lower()}{message[1:]}"
            )
        problems.append(message)
    return "; ".join(problems)


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _read_secret(variable: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"The file in {variable} cannot be read ({path})") from error
