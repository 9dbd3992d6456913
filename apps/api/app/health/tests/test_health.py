import pytest
from django.db import connection
from django.test import Client

from app.common.tests.browser import Browser


@pytest.fixture
def _no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that refuses every connection, as after its disk has gone."""
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all.sqlite3")


def test_is_live_without_touching_the_database_or_the_host() -> None:
    # pytest-django refuses every query of a test that does not ask for the database.
    response = Client().get("/api/livez", headers={"host": "10.0.0.7:8000"})
    assert response.status_code == 200
    assert response.json() | {"request_id": ""} == {
        "status": "ok",
        "checks": {"process": {"ok": True}},
        "request_id": "",
    }


@pytest.mark.django_db
def test_is_ready_when_the_database_answers_and_lacks_nothing() -> None:
    response = Client().get("/api/readyz")
    assert response.status_code == 200
    body = response.json()
    assert body["status"] == "ok"
    assert body["checks"]["database"]["ok"] is True
    assert body["checks"]["database"]["duration_ms"] >= 0
    assert body["checks"]["migrations"] == {"ok": True, "pending": 0}
    assert body["request_id"] == response["X-Request-ID"]


@pytest.mark.django_db
def test_is_not_ready_while_migrations_are_missing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app IN ('notes', 'common')")
    response = Client().get("/api/readyz")
    assert response.status_code == 503
    assert response.json()["status"] == "unavailable"
    assert response.json()["checks"]["migrations"] == {"ok": False, "pending": 2}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_no_database")
def test_is_not_ready_without_its_database_but_lives() -> None:
    response = Client().get("/api/readyz")
    assert response.status_code == 503
    assert response["Content-Type"].startswith("application/json")
    assert response.json()["checks"] == {
        "database": {"ok": False, "duration_ms": None},
        "migrations": {"ok": False, "pending": None},
    }
    assert Client().get("/api/livez").status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_no_database")
def test_shows_the_system_without_its_database() -> None:
    browser = Client()
    browser.cookies["sessionid"] = "0" * 32
    response = browser.get("/api/system")
    assert response.status_code == 200
    assert response.json()["hops"]["database"] == {
        "ok": False,
        "duration_ms": None,
        "engine": connection.vendor,
    }
    assert response.json()["session"] == {"authenticated": False}


@pytest.mark.django_db
def test_keeps_versions_from_people_who_are_not_signed_in(browser: Browser) -> None:
    body = browser.get("/api/system").json()
    assert body["versions"] is None
    assert body["session"] == {"authenticated": False}


@pytest.mark.django_db
def test_shows_versions_to_people_who_are_signed_in(signed_in: Browser) -> None:
    body = signed_in.get("/api/system").json()
    assert body["session"] == {"authenticated": True}
    assert all(body["versions"][name][0].isdigit() for name in ("python", "django", "gunicorn", "database"))


@pytest.mark.django_db
def test_shows_the_address_that_the_browser_shows() -> None:
    headers = {"host": "testserver:8443", "X-Forwarded-Host": "evil.example"}
    body = Client().get("/api/system", headers=headers, secure=True).json()
    assert body["client_scheme_host"] == "https://testserver:8443"


@pytest.mark.django_db
def test_leaves_it_to_gunicorn_whom_to_believe_about_the_scheme() -> None:
    body = Client().get("/api/system", headers={"X-Forwarded-Proto": "https"}).json()
    assert body["client_scheme_host"] == "http://testserver"


@pytest.mark.django_db
@pytest.mark.parametrize(("software", "ok"), [("gunicorn/27.0.1", True), ("WSGIServer/0.2", False)])
def test_says_which_server_runs_django(software: str, *, ok: bool) -> None:
    body = Client().get("/api/system", SERVER_SOFTWARE=software).json()
    assert body["hops"]["gunicorn"] == {"ok": ok, "server": software.partition("/")[0]}
