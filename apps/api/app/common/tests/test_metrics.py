import pytest
from django.test import Client
from pytest_django import Settings

from app.common.metrics import DURATION


@pytest.fixture
def client(settings: Settings) -> Client:
    first, *others = settings.MIDDLEWARE
    settings.MIDDLEWARE = [first, "app.common.metrics.MetricsMiddleware", *others]
    DURATION.clear()
    return Client()


def counted() -> list[tuple[str, str, str, float]]:
    """Return method, route, status and number of requests of each time series."""
    (metric,) = DURATION.collect()
    counts = [(sample.labels, sample.value) for sample in metric.samples if sample.name.endswith("_count")]
    return [(labels["method"], labels["route"], labels["status"], value) for labels, value in counts]


@pytest.mark.django_db
def test_requests_are_counted_by_method_route_and_status(client: Client) -> None:
    for path in ("/api/openapi.json?token=s3cret", "/api/openapi.json", "/api/livez"):
        client.get(path)
    client.head("/api/openapi.json")
    client.post("/admin/login/", {"password": "s3cret"})
    assert counted() == [
        ("GET", "api/openapi.json", "200", 2),
        ("GET", "", "200", 1),
        ("HEAD", "api/openapi.json", "200", 1),
        ("POST", "admin/login/", "200", 1),
    ]


def test_a_client_cannot_add_time_series_by_inventing_paths_or_methods(client: Client) -> None:
    for name in ("a", "b"):
        client.generic(name, f"/api/{name}?{name}", headers={"referer": name})
    assert counted() == [("other", "^api(?:/|$)", "404", 2)]
