"""`/api/_probe/…` in front of the product's own addresses (whose last rule catches every unknown path).

And `/admin/_probe/…`, since Nginx answers for the application in another way there.
"""

from django.urls import URLPattern, URLResolver, include, path, re_path

from probe import bodies, caching, echo, marks, people, processes, raw, responses, shapes, streams, tallies

probe_patterns: list[URLPattern | URLResolver] = [
    re_path(r"^echo(?P<rest>/.*)?$", echo.echo),
    path("body", bodies.digest),
    path("form", bodies.form),
    path("large", bodies.large),
    path("marks/<slug:name>", marks.mark),
    path("person", people.create),
    path("process", processes.process),
    path("hold/<slug:name>", processes.hold),
    path("hang/<slug:name>", processes.hang),
    path("gateway", processes.gateway),
    path("tally/<slug:name>", tallies.tally),
    path("cacheable", caching.cacheable),
    path("personal", caching.personal),
    path("varying", caching.varying),
    path("tagged", caching.tagged),
    path("sized/<int:size>", shapes.sized),
    path("header/<int:size>", shapes.header),
    path("redirect", shapes.redirect),
    path("fail", responses.fail),
    path("status/<int:status>", responses.status),
    path("cookie", responses.cookie),
    path("bare/<int:status>", responses.bare),
    path("raw/<slug:name>", raw.response),
    path("raw-header/<int:size>", raw.header),
    path("leaky-headers", responses.leaky_headers),
    path("unsendable", responses.unsendable),
    path("json/<int:size>", responses.json_of_size),
    path("slow/<int:seconds>", streams.slow),
    path("stream/<slug:name>", streams.stream),
    path("until-gone/<slug:name>", streams.until_gone),
    path("broken/<int:pieces>", streams.broken),
    path("flood/<int:megabytes>/<slug:name>", streams.flood),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/_probe/", include(probe_patterns)),
    path("admin/_probe/", include(probe_patterns)),
    path("", include("config.urls")),
]
