"""The environment variables that the API reads, typed, in the one place where they are read."""

import secrets
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, HttpUrl, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent

PREFIX = "APP_"
# Django's own check (security.W009) asks for 50 characters.
SECRET_KEY_MINIMUM = 50

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]


class Environment(BaseSettings):
    """Everything that a deployment can set. Anything missing or malformed stops the process."""

    # An empty variable is one that nobody set: compose passes `${NAME:-}` through as "".
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore")

    environment: Literal["production", "development", "test", "build"] = "production"
    secret_key: str = ""
    secret_key_file: Path | None = None
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    # Beside the address, which shows to whoever may look at the container.
    database_password: str = ""
    database_password_file: Path | None = None
    public_url: HttpUrl | None = None
    allowed_hosts: str = ""
    max_body_bytes: int = Field(default=10_485_760, ge=1024)
    request_timeout_seconds: int = Field(default=30, ge=2, le=3600)
    log_level: LogLevel = "INFO"
    workers: int = Field(default=2, ge=1, le=64)
    threads: int = Field(default=4, ge=1, le=64)
    # After as many, a worker makes room for a new one.
    max_requests: int = Field(default=10_000, ge=1)
    # Whose X-Forwarded-* Gunicorn believes: addresses or networks, comma separated.
    forwarded_allow_ips: str = "127.0.0.1,::1"

    @field_validator("log_level", mode="before")
    @classmethod
    def _accept_lower_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _fail_closed(self) -> Self:
        if self.secret_key_file is not None and not self.secret_key:
            self.secret_key = _read_secret("SECRET_KEY_FILE", self.secret_key_file)
        if self.environment == "production":
            self._require_production_values()
        # Made new in every process: a session does not outlive it, and there is nothing to leak.
        self.secret_key = self.secret_key or secrets.token_urlsafe(SECRET_KEY_MINIMUM)
        self.database_url = self.database_url or _default_database(self.environment)
        if self.database_password_file is not None and not self.database_password:
            self.database_password = _read_secret("DATABASE_PASSWORD_FILE", self.database_password_file)
        return self

    def _require_production_values(self) -> None:
        if not self.secret_key:
            message = f"set {PREFIX}SECRET_KEY, or {PREFIX}SECRET_KEY_FILE to the file that holds it"
            raise ValueError(message)
        if len(self.secret_key) < SECRET_KEY_MINIMUM:
            message = f"the secret in {PREFIX}SECRET_KEY needs at least {SECRET_KEY_MINIMUM} characters"
            raise ValueError(message)
        if self.public_url is None:
            message = f"set {PREFIX}PUBLIC_URL to the address that people open, like http://localhost:8080"
            raise ValueError(message)

    @property
    def hosts(self) -> list[str]:
        """Host names that requests may name: the public address's own, then the further ones."""
        own = [self.public_url.host] if self.public_url and self.public_url.host else []
        further = [host.strip() for host in self.allowed_hosts.split(",")]
        return [*own, *(host for host in further if host)]

    @property
    def static_root(self) -> Path:
        """Where collectstatic writes, and where the manifest of hashed names is read from."""
        if self.environment == "build":
            return BASE_DIR.parents[1] / "dist/apps/api/static"
        return BASE_DIR / "static"

    @property
    def served_over_tls(self) -> bool:
        """Whether browsers reach the product over https, so that cookies can be Secure."""
        return self.public_url is not None and self.public_url.scheme == "https"


def _read_secret(variable: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{PREFIX}{variable} names a file that can't be read ({path})"
        raise ValueError(message) from error


def _default_database(environment: str) -> str:
    if environment == "production":
        return "sqlite:////data/app.sqlite3"
    if environment == "development":
        return f"sqlite:///{BASE_DIR.parents[1]}/.local/dev.sqlite3"
    return "sqlite://:memory:"


@lru_cache(maxsize=1)
def load() -> Environment:
    """Read the environment once.

    Raises:
        SystemExit: with one sentence that says which variable is wrong, instead of a traceback.
    """
    try:
        return Environment()
    except ValidationError as error:
        raise SystemExit(f"The API can't start: {_describe(error)}.") from None


def _describe(error: ValidationError) -> str:
    problems = []
    for item in error.errors(include_url=False):
        name = str(item["loc"][0]) if item["loc"] else ""
        message = item["msg"].removeprefix("Value error, ")
        message = message[:1].lower() + message[1:] if name else message
        variable = name if name.isupper() else f"{PREFIX}{name.upper()}"
        problems.append(f"{variable}: {message}" if name else message)
    return "; ".join(problems)
