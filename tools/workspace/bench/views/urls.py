"""The benchmark's views, before the product's own URLs."""

import time

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import include, path, resolve

_bodies: dict[str, bytes] = {}


def minimal(request: HttpRequest) -> HttpResponse:
    """Return the list's response from memory, after the same check of the session."""
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    query = request.META["QUERY_STRING"]
    if query not in _bodies:
        _bodies[query] = resolve("/api/notes").func(request).content
    return HttpResponse(_bodies[query], content_type="application/json; charset=utf-8")


def work(_request: HttpRequest, kind: str) -> HttpResponse:
    """Keep a core, the database or only a thread busy."""
    if kind == "cpu":
        return HttpResponse(sum(number * number for number in range(30_000)))
    if kind == "database":
        return HttpResponse(apps.get_model("notes", "Note").objects.order_by("body", "title")[:1])
    time.sleep(0.05)
    return HttpResponse()


views = [path("minimal", minimal), path("<slug:kind>", work)]
urlpatterns = [path("api/bench/", include(views)), path("", include("config.urls"))]
