import time
from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from app.common.middleware import GetResponse


class ServerTimingMiddleware:
    """Sends the time of Django and of its queries, which browsers show beside each request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        queries: list[float] = []

        def measure(execute: Any, *query: Any) -> Any:
            started = time.perf_counter()
            try:
                return execute(*query)
            finally:
                queries.append(time.perf_counter() - started)

        started = time.perf_counter()
        with connection.execute_wrapper(measure):
            response = self.get_response(request)
        django = time.perf_counter() - started
        response["Server-Timing"] = (
            f'django;dur={django * 1000:.1f}, db;dur={sum(queries) * 1000:.1f};desc="{len(queries)} queries"'
        )
        return response
