"""The product's addresses, and some that go wrong on purpose."""

from typing import NoReturn

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from ninja import NinjaAPI, Schema

from app.common import errors
from app.common.json_body import StrictParser

SECRET_WORDS = "the database password is hunter2"


def fail(request: HttpRequest) -> NoReturn:
    raise RuntimeError(SECRET_WORDS)


def forbid(request: HttpRequest) -> NoReturn:
    raise PermissionDenied(SECRET_WORDS)


def suspect(request: HttpRequest) -> NoReturn:
    raise SuspiciousOperation(SECRET_WORDS)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<h1>busy</h1>", status=503, headers={"Retry-After": "7"})


def read(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.body)))


class Echo(Schema):
    title: str


# As the product's own is made, with an address that takes a body.
ninja = NinjaAPI(urls_namespace="test", parser=StrictParser(), openapi_url=None, docs_url=None)
errors.install(ninja)


@ninja.post("/echo", response=Echo)
def echo(request: HttpRequest, payload: Echo) -> Echo:
    return payload


views: list[URLPattern | URLResolver] = [
    path("ninja/", ninja.urls),
    path("fail", fail),
    path("forbid", forbid),
    path("suspect", suspect),
    path("page", page),
    path("read", read),
]
urlpatterns = [
    path("api/_test/", include(views)),
    path("test/", include(views)),
    path("", include("config.urls")),
]
