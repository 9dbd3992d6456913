"""The product's URLs, and views that fail in different ways."""

from typing import Annotated, NoReturn
from uuid import UUID

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError, connection, transaction
from django.db.models import ProtectedError, RestrictedError, Value
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.cache import never_cache
from ninja import File, Form, NinjaAPI, UploadedFile
from ninja.decorators import decorate_view
from pydantic import StringConstraints

from app.common import errors
from app.common.auth import session_auth
from app.common.inputs import Input
from app.common.json_body import StrictParser

SECRET = "the database password is hunter2"


def fail(_request: HttpRequest) -> NoReturn:
    raise RuntimeError(SECRET)


def forbid(_request: HttpRequest) -> NoReturn:
    raise PermissionDenied(SECRET)


def suspect(_request: HttpRequest) -> NoReturn:
    raise SuspiciousOperation(SECRET)


def page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("<h1>busy</h1>", status=503, headers={"Retry-After": "7"})


def read(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.body)))


def stream(_request: HttpRequest, buffering: str) -> StreamingHttpResponse:
    return StreamingHttpResponse([b"event"], headers={"X-Accel-Buffering": buffering})


def race(_request: HttpRequest, kind: str) -> NoReturn:
    """Violate a constraint, as a request does that another request has overtaken."""
    with transaction.atomic():
        if kind == "unique":
            Group.objects.bulk_create([Group(name="a"), Group(name="a")])
        elif kind == "referred":
            LogEntry.objects.create(user_id=0, action_flag=1)
        else:
            Group.objects.filter(pk=Group.objects.create().pk).update(name=Value(None))
    raise RuntimeError("The database accepted the row.")


def use_database(request: HttpRequest, how: str) -> HttpResponse:
    """Fail as with a database that is down, after a mistake in a statement, or in the session middleware."""
    if how == "down":
        raise OperationalError(SECRET)
    if how == "mistake":
        connection.cursor().execute("SELECT 1 FROM nowhere")
    request.session["key"] = "value"
    return HttpResponse()


class Echo(Input):
    title: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    id: UUID | None = None


# Configured like `config.api`.
ninja = NinjaAPI(urls_namespace="test", parser=StrictParser(), openapi_url=None, docs_url=None)
errors.install(ninja)


@ninja.post("/echo", response=Echo)
def echo(request: HttpRequest, payload: Echo) -> Echo:
    return payload


@ninja.delete("/protected")
def delete_protected(request: HttpRequest) -> NoReturn:
    raise ProtectedError(SECRET, set())


@ninja.api_operation(["GET", "POST"], "/private", auth=session_auth)
def private(request: HttpRequest) -> None:
    """Require a session and the CSRF token."""


@ninja.post("/file", auth=session_auth)
def take_file(request: HttpRequest, file: File[UploadedFile]) -> int | None:
    return file.size


@ninja.post("/files")
@decorate_view(never_cache)
def take_files(request: HttpRequest, payload: Echo, files: File[list[UploadedFile]]) -> list[str | None]:
    return [payload.title, *(file.name for file in files)]


@ninja.post("/form")
def take_form(request: HttpRequest, title: Form[str]) -> str:
    return title


@ninja.delete("/restricted")
def delete_restricted(request: HttpRequest) -> NoReturn:
    raise RestrictedError(SECRET, set())


@ninja.get("/race/{kind}")
def ninja_race(request: HttpRequest, kind: str) -> NoReturn:
    race(request, kind)


views: list[URLPattern | URLResolver] = [
    path("ninja/", ninja.urls),
    path("fail", fail),
    path("forbid", forbid),
    path("suspect", suspect),
    path("page", page),
    path("read", read),
    path("race/<kind>", race),
    path("stream/<buffering>", stream),
    path("database/<how>", use_database),
]
handler500 = "app.common.views.server_error"
urlpatterns = [
    path("api/_test/", include(views)),
    path("test/", include(views)),
    path("", include("config.urls")),
]
