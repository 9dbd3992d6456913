"""OpenTelemetry traces of requests and their database queries. Only loaded with OTEL_EXPORTER_OTLP_ENDPOINT.

Spans contain routes, paths and SQL with placeholders. opentelemetry-instrumentation-django also records query
strings, which may contain secrets, and knows the database only through each of its drivers.
"""

from http import HTTPStatus
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from structlog.contextvars import bind_contextvars

from app.common import request_id
from app.common.middleware import GetResponse, route

tracer = trace.get_tracer(__name__)
# The messages of exceptions may contain values of users.
WITHOUT_MESSAGES: dict[str, Any] = {"record_exception": False, "set_status_on_exception": False}


class RequestIds(RandomIdGenerator):
    """Starts each trace with the request id, so that one id finds the trace and the log lines."""

    def generate_trace_id(self) -> int:
        return int(request_id.current() or "0", 16) or super().generate_trace_id()


def start() -> None:
    """Export from this process: each worker calls it, since the exporter's thread does not survive a fork."""
    provider = TracerProvider(id_generator=RequestIds())
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)


class TracingMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        connection_created.connect(trace_queries)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        attributes = {
            "request_id": request_id.current(),
            "http.request.method": request.method or "",
            "url.path": request.path,
        }
        # Nginx removes this header unless a declared proxy sent it.
        parent = TraceContextTextMapPropagator().extract(request.headers)
        with tracer.start_as_current_span(
            "request", parent, trace.SpanKind.SERVER, attributes, **WITHOUT_MESSAGES
        ) as span:
            bind_contextvars(trace_id=trace.format_trace_id(span.get_span_context().trace_id))
            response = self.get_response(request)
            span.update_name(f"{request.method} {route(request)}".rstrip())
            span.set_attributes(
                {"http.route": route(request), "http.response.status_code": response.status_code}
            )
            if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                span.set_status(trace.StatusCode.ERROR)
        return response

    def process_exception(self, _request: HttpRequest, error: Exception) -> None:
        trace.get_current_span().set_attribute("error.type", type(error).__name__)


def trace_queries(connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    if trace_query not in connection.execute_wrappers:
        connection.execute_wrappers.append(trace_query)


def trace_query(execute: Any, sql: Any, params: Any, many: Any, context: dict[str, Any]) -> Any:
    attributes = {"db.system.name": context["connection"].vendor, "db.query.text": str(sql)}
    name = str(sql).partition(" ")[0]
    with tracer.start_as_current_span(
        name, kind=trace.SpanKind.CLIENT, attributes=attributes, **WITHOUT_MESSAGES
    ):
        return execute(sql, params, many, context)
