"""What the process says about itself."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field


class ProcessCheck(BaseModel):
    """This process answers."""

    ok: bool


class DatabaseCheck(BaseModel):
    """The database answers."""

    ok: bool
    duration_ms: float | None = Field(description="Milliseconds of one query; null when it failed.")


class MigrationsCheck(BaseModel):
    """The database has every table that this release needs."""

    ok: bool
    pending: int | None = Field(description="Migrations that are missing; null when it can't be known.")


class LiveChecks(BaseModel):
    """What liveness looks at: nothing outside the process."""

    process: ProcessCheck


class ReadyChecks(BaseModel):
    """What readiness looks at."""

    database: DatabaseCheck
    migrations: MigrationsCheck


class Live(BaseModel):
    """The process answers."""

    status: Literal["ok"]
    checks: LiveChecks
    request_id: str


class Ready(BaseModel):
    """Whether requests can be answered."""

    status: Literal["ok", "unavailable"]
    checks: ReadyChecks
    request_id: str


class GunicornHop(BaseModel):
    """The server that runs Django."""

    ok: bool = Field(description="It is Gunicorn, and not the development server.")
    server: str = Field(description="What it calls itself, without its version.")


class DjangoHop(BaseModel):
    """Django's own part of this answer."""

    ok: bool
    duration_ms: float = Field(description="Milliseconds from the request's arrival to this answer.")


class DatabaseHop(DatabaseCheck):
    """The database, with its kind."""

    engine: str = Field(description="`sqlite` or `postgresql`.")


class Hops(BaseModel):
    """The line of this request behind Nginx."""

    gunicorn: GunicornHop
    django: DjangoHop
    database: DatabaseHop


class SessionFacts(BaseModel):
    """What the session cookie says."""

    authenticated: bool


class Versions(BaseModel):
    """What runs; only for people who are signed in."""

    python: str
    django: str
    gunicorn: str
    database: str


class System(BaseModel):
    """The facts that the system page shows."""

    version: str
    request_id: str
    client_scheme_host: str = Field(description="The address that the browser shows, as Django sees it.")
    server_time: datetime
    hops: Hops
    session: SessionFacts
    versions: Versions | None
