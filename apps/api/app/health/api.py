import time
from http import HTTPStatus

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from app.common import middleware, request_id
from app.health import schemas, selectors

router = Router(tags=["health"])


@router.get("/livez", operation_id="getLiveness", summary="Liveness probe", response=schemas.Live)
def livez(request: HttpRequest) -> schemas.Live:
    """Respond without a database query: restarting the process would not repair the database."""
    return schemas.Live(
        status="ok",
        checks=schemas.LiveChecks(process=schemas.ProcessCheck(ok=True)),
        request_id=request_id.current(),
    )


@router.get(
    "/readyz",
    operation_id="getReadiness",
    summary="Readiness probe",
    response={200: schemas.Ready, 503: schemas.Ready},
)
def readyz(request: HttpRequest) -> Status[schemas.Ready]:
    """Check that the database responds and that no migration is missing."""
    checks = schemas.ReadyChecks(database=selectors.check_database(), migrations=selectors.check_migrations())
    ready = checks.database.ok and checks.migrations.ok
    body = schemas.Ready(
        status="ok" if ready else "unavailable", checks=checks, request_id=request_id.current()
    )
    return Status(HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE, body)


@router.get("/system", operation_id="getSystem", summary="Facts for the system page", response=schemas.System)
def get_system(request: HttpRequest) -> schemas.System:
    """Describe the path of this request through the stack. Versions are for signed-in users only."""
    database = selectors.check_database()
    # Sessions are in the database.
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
        version=selectors.release_version(),
        request_id=request_id.current(),
        client_scheme_host=f"{request.scheme}://{request.get_host()}",
        server_time=timezone.now(),
        hops=hops,
        session=schemas.SessionFacts(authenticated=authenticated),
        versions=versions,
    )
