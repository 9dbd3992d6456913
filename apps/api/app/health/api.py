"""Liveness, readiness, and the facts for the system page."""

import time
from http import HTTPStatus

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

import app
from app.common import middleware, request_id
from app.health import schemas, selectors

router = Router(tags=["health"])


@router.get("/livez", operation_id="livez", summary="Does the process answer?", response=schemas.Live)
def livez(request: HttpRequest) -> schemas.Live:
    """Touches nothing: a process that can't reach its database is no reason to restart it."""
    del request
    process = schemas.ProcessCheck(ok=True)
    return schemas.Live(
        status="ok", checks=schemas.LiveChecks(process=process), request_id=request_id.current()
    )


@router.get(
    "/readyz",
    operation_id="readyz",
    summary="Can requests be answered?",
    response={200: schemas.Ready, 503: schemas.Ready},
)
def readyz(request: HttpRequest) -> Status[schemas.Ready]:
    """Asks the database, and looks for missing migrations."""
    del request
    checks = schemas.ReadyChecks(database=selectors.check_database(), migrations=selectors.check_migrations())
    ready = checks.database.ok and checks.migrations.ok
    answer = schemas.Ready(
        status="ok" if ready else "unavailable", checks=checks, request_id=request_id.current()
    )
    return Status(HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE, answer)


@router.get("/system", operation_id="getSystem", summary="Facts for the system page", response=schemas.System)
def get_system(request: HttpRequest) -> schemas.System:
    """How this request came here. Versions are for people who are signed in alone."""
    database = selectors.check_database()
    # Without its database, nobody can be known to be signed in.
    authenticated = database.ok and request.user.is_authenticated
    server = str(request.META.get("SERVER_SOFTWARE", "")).partition("/")[0]
    started: float = request.META.get(middleware.STARTED, time.perf_counter())
    versions = selectors.versions() if authenticated else None
    hops = schemas.Hops(
        gunicorn=schemas.GunicornHop(ok=server == "gunicorn", server=server),
        database=schemas.DatabaseHop(**database.model_dump(), engine=selectors.database_engine()),
        django=schemas.DjangoHop(ok=True, duration_ms=round((time.perf_counter() - started) * 1000, 2)),
    )
    return schemas.System(
        version=app.__version__,
        request_id=request_id.current(),
        client_scheme_host=f"{request.scheme}://{request.get_host()}",
        server_time=timezone.now(),
        hops=hops,
        session=schemas.SessionFacts(authenticated=authenticated),
        versions=versions,
    )
