from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from pytest_django import Settings
from structlog.contextvars import get_contextvars

from app.common import tracing

REQUEST_ID = "0123456789abcdef0123456789abcdef"
TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736"
EXPORTER = InMemorySpanExporter()
CANARY = "s3cret"


@pytest.fixture(scope="module")
def _provider() -> None:
    provider = TracerProvider(id_generator=tracing.RequestIds())
    provider.add_span_processor(SimpleSpanProcessor(EXPORTER))
    trace.set_tracer_provider(provider)


@pytest.fixture
def client(settings: Settings, _provider: None, db: None) -> Iterator[Client]:
    first, *others = settings.MIDDLEWARE
    settings.MIDDLEWARE = [first, "app.common.tracing.TracingMiddleware", *others]
    EXPORTER.clear()
    tracing.trace_queries(connection)
    yield Client(raise_request_exception=False, headers={"x-request-id": REQUEST_ID})
    connection.execute_wrappers.remove(tracing.trace_query)


def spans() -> list[ReadableSpan]:
    """Return the span of the request, followed by those of its queries."""
    finished = EXPORTER.get_finished_spans()
    return sorted(finished, key=lambda span: span.start_time or 0)


def test_the_trace_of_a_request_and_its_queries_has_the_request_id(client: Client) -> None:
    client.get("/api/system")
    request, *queries = spans()
    assert queries
    assert {trace.format_trace_id(span.context.trace_id) for span in (request, *queries)} == {REQUEST_ID}
    assert all(query.parent and query.parent.span_id == request.context.span_id for query in queries)
    assert request.name == "GET api/system"
    assert (request.attributes or {})["request_id"] == REQUEST_ID
    # The members that every log line of the request has.
    assert get_contextvars() == {"request_id": REQUEST_ID, "trace_id": REQUEST_ID}


def test_the_trace_of_a_declared_proxy_is_continued(client: Client) -> None:
    client.get("/api/livez", headers={"traceparent": f"00-{TRACE_ID}-00f067aa0ba902b7-01"})
    (request,) = spans()
    assert trace.format_trace_id(request.context.trace_id) == TRACE_ID
    assert (request.attributes or {})["request_id"] == REQUEST_ID


def test_a_failed_request_is_an_error_with_the_type_of_the_exception(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise LookupError(CANARY)

    monkeypatch.setattr("config.openapi.text", fail)
    client.get("/api/openapi.json")
    (request,) = spans()
    assert request.status.status_code is trace.StatusCode.ERROR
    assert (request.attributes or {})["error.type"] == "LookupError"
    assert CANARY not in request.to_json()


def test_no_span_contains_a_cookie_a_header_a_query_string_or_a_form(client: Client) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = client.cookies["x"] = CANARY
    headers = {"authorization": f"Bearer {CANARY}", "referer": f"http://x/?{CANARY}", "user-agent": CANARY}
    client.post(f"/admin/login/?next={CANARY}", {"username": CANARY, "password": CANARY}, headers=headers)
    assert len(spans()) > 1
    for span in spans():
        assert CANARY not in span.to_json()


@pytest.mark.usefixtures("client")
def test_the_message_of_a_failed_query_is_not_recorded() -> None:
    def fail(*_query: object) -> None:
        raise DatabaseError(CANARY)

    with pytest.raises(DatabaseError):
        tracing.trace_query(fail, "SELECT 1", (), many=False, context={"connection": connection})
    (query,) = spans()
    assert CANARY not in query.to_json()
