"""The product's addresses, and some that go wrong on purpose."""

from typing import NoReturn

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

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


views = [
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
