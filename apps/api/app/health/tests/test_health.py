import json
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from app.common.tests.client import ApiClient


@pytest.fixture
def _no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection fail."""
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all.sqlite3")


def test_liveness_needs_neither_a_database_nor_a_valid_host() -> None:
    # Without the django_db mark, pytest-django fails the test on any query.
    response = Client().get("/api/livez", headers={"host": "10.0.0.7:8000"})
    assert response.status_code == 200
    assert response.json() | {"request_id": ""} == {
        "status": "ok",
        "checks": {"process": {"ok": True}},
        "request_id": "",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["testserver", "127.0.0.1:8000", "10.0.0.7", "[fd00::7]:8000", "api"])
def test_readiness_is_ok_for_any_host_when_the_database_responds_and_no_migration_is_missing(
    host: str,
) -> None:
    response = Client().get("/api/readyz", headers={"host": host})
    assert response.status_code == 200
    body = response.json()
    assert body["status"] == "ok"
    assert body["checks"]["database"]["ok"] is True
    assert body["checks"]["database"]["duration_ms"] >= 0
    assert body["checks"]["migrations"] == {"ok": True, "pending": 0}
    assert body["request_id"] == response["X-Request-ID"]


@pytest.mark.django_db
def test_readiness_fails_while_migrations_are_missing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app IN ('accounts', 'common')")
    response = Client().get("/api/readyz")
    assert response.status_code == 503
    assert response.json()["status"] == "unavailable"
    assert response.json()["checks"]["migrations"] == {"ok": False, "pending": 3}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_no_database")
def test_without_a_database_readiness_fails_and_liveness_is_ok() -> None:
    response = Client().get("/api/readyz", headers={"host": "10.0.0.7:8000"})
    assert response.status_code == 503
    assert response["Content-Type"].startswith("application/json")
    assert response.json()["checks"] == {
        "database": {"ok": False, "duration_ms": None},
        "migrations": {"ok": False, "pending": None},
    }
    assert Client().get("/api/livez").status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_no_database")
def test_the_system_facts_are_available_without_a_database() -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "0" * 32
    response = client.get("/api/system")
    assert response.status_code == 200
    assert response.json()["hops"]["database"] == {
        "ok": False,
        "duration_ms": None,
        "engine": connection.vendor,
    }
    assert response.json()["session"] == {"authenticated": False}


@pytest.mark.django_db
def test_versions_are_hidden_from_anonymous_users(anonymous: ApiClient) -> None:
    body = anonymous.get("/api/system").json()
    assert body["versions"] is None
    assert body["session"] == {"authenticated": False}


@pytest.mark.django_db
def test_system_reports_the_version_that_a_release_writes(anonymous: ApiClient) -> None:
    manifest = json.loads((Path(__file__).parents[3] / "package.json").read_text())
    assert anonymous.get("/api/system").json()["version"] == manifest["version"]


@pytest.mark.django_db
def test_versions_are_shown_to_signed_in_users(api: ApiClient) -> None:
    body = api.get("/api/system").json()
    assert body["session"] == {"authenticated": True}
    assert all(body["versions"][name][0].isdigit() for name in ("python", "django", "gunicorn", "database"))


@pytest.mark.django_db
def test_scheme_and_host_come_from_the_request_and_not_from_x_forwarded_headers() -> None:
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    plain = Client().get("/api/system", headers=forged).json()
    assert plain["client_scheme_host"] == "http://testserver"
    secure = Client().get("/api/system", headers={"host": "testserver:8443"}, secure=True).json()
    assert secure["client_scheme_host"] == "https://testserver:8443"


@pytest.mark.django_db
@pytest.mark.parametrize(("software", "ok"), [("gunicorn/27.0.1", True), ("WSGIServer/0.2", False)])
def test_the_system_facts_name_the_server_software(software: str, *, ok: bool) -> None:
    body = Client().get("/api/system", SERVER_SOFTWARE=software).json()
    assert body["hops"]["gunicorn"] == {"ok": ok, "server": software.partition("/")[0]}
