"""The probe's URLs, before the product's own, whose last pattern matches every unknown path.

They exist under /api/ and under /admin/, since Nginx replaces errors there in different ways.
"""

from config import urls as product
from django.urls import URLPattern, URLResolver, include, path, re_path

from probe import (
    bodies,
    caching,
    echo,
    mails,
    marks,
    processes,
    raw,
    responses,
    rows,
    streams,
    tallies,
    users,
)

handler500 = product.handler500

probe_patterns: list[URLPattern | URLResolver] = [
    re_path(r"^echo(?P<rest>/.*)?$", echo.echo),
    path("body", bodies.digest),
    path("large", bodies.large),
    path("marks/<slug:name>", marks.mark),
    path("user", users.create),
    path("user/expire-sign-in", users.expire_sign_in),
    path("mail/<str:address>", mails.latest),
    path("process", processes.process),
    path("hold/<slug:name>", processes.hold),
    path("hang/<slug:name>", processes.hang),
    path("exhaust-memory", processes.exhaust_memory),
    path("gateway", processes.gateway),
    path("tally/<slug:name>", tallies.tally),
    path("rows/<slug:name>", rows.rows),
    path("cacheable", caching.cacheable),
    path("varying", caching.varying),
    path("tagged", caching.tagged),
    path("sized/<int:size>", responses.sized),
    path("header/<int:size>", responses.header),
    path("redirect", responses.redirect),
    path("fail", responses.fail),
    path("status/<int:status>", responses.status),
    path("cookie", responses.cookie),
    path("bare/<int:status>", responses.bare),
    path("raw/<slug:name>", raw.response),
    path("leaky-headers", responses.leaky_headers),
    path("unsendable", responses.unsendable),
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
