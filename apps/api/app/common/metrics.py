"""Prometheus metrics of requests. Only loaded with APP_METRICS=on."""

import time
from http import HTTPMethod

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from prometheus_client import Histogram

from app.common.middleware import GetResponse, route

DURATION = Histogram(
    "app_request_duration_seconds",
    "Time until Django's response, by route.",
    # The route and not the path, because each combination of values is stored as a separate time series.
    ["method", "route", "status"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)


class MetricsMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        # Clients choose the method, and could add a time series with each request.
        method = request.method if request.method in HTTPMethod.__members__ else "other"
        response = self.get_response(request)
        DURATION.labels(method, route(request), response.status_code).observe(time.perf_counter() - started)
        return response
