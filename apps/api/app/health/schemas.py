from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field


class ProcessCheck(BaseModel):
    ok: bool


class DatabaseCheck(BaseModel):
    ok: bool
    duration_ms: float | None = Field(description="Duration of one query; null if it failed.")


class MigrationsCheck(BaseModel):
    ok: bool
    pending: int | None = Field(description="Number of missing migrations; null if unknown.")


class LiveChecks(BaseModel):
    process: ProcessCheck


class ReadyChecks(BaseModel):
    database: DatabaseCheck
    migrations: MigrationsCheck


class Live(BaseModel):
    status: Literal["ok"]
    checks: LiveChecks
    request_id: str


class Ready(BaseModel):
    status: Literal["ok", "unavailable"]
    checks: ReadyChecks
    request_id: str


class GunicornHop(BaseModel):
    ok: bool = Field(description="False for Django's development server.")
    server: str = Field(description="Name of the server software, without version.")


class DjangoHop(BaseModel):
    ok: bool
    duration_ms: float = Field(description="Time from the arrival of the request to this response.")


class DatabaseHop(DatabaseCheck):
    engine: str = Field(description="`sqlite` or `postgresql`.")


class Hops(BaseModel):
    """The parts of the stack behind Nginx that handled this request."""

    gunicorn: GunicornHop
    django: DjangoHop
    database: DatabaseHop


class SessionFacts(BaseModel):
    authenticated: bool


class Versions(BaseModel):
    python: str
    django: str
    gunicorn: str
    database: str


class System(BaseModel):
    version: str
    request_id: str
    client_scheme_host: str = Field(description="Scheme and host of the request, as Django sees them.")
    server_time: datetime
    hops: Hops
    session: SessionFacts
    versions: Versions | None
