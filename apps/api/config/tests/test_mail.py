import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.test import Client
from pytest_django import Settings

from config.development import mail

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def development(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that takes every mail."""
    settings.EMAIL_BACKEND = "config.development.mail.EmailBackend"
    settings.ROOT_URLCONF = "config.development.urls"
    folder = tmp_path / "mail"
    monkeypatch.setattr(mail, "FOLDER", folder)
    return folder


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def only_mail(folder: Path) -> str:
    (path,) = folder.glob("*.eml")
    return f"/mail/{path.stem}/"


def test_shows_that_there_is_no_mail_yet(development: Path, client: Client) -> None:
    assert "None yet" in page(client, "/mail/")
    assert not development.exists()


def test_lists_mail_with_the_latest_first(development: Path, client: Client) -> None:
    del development
    assert send_mail("Erste Größe", "", "api@example.com", ["ada@example.com"]) == 1
    send_mail("Second", "", "api@example.com", ["bob@example.com"])
    html = page(client, "/mail/")
    assert html.index("Second") < html.index("Erste Größe")
    assert "ada@example.com" in html


def test_shows_a_mail_as_it_would_be_sent(development: Path, client: Client) -> None:
    message = EmailMultiAlternatives("Hello", "Plain wörds", "api@example.com", ["ada@example.com"])
    message.attach_alternative("<p>Rich words</p>", "text/html")
    message.attach("report.csv", "a,b\n", "text/csv")
    message.send()
    html = page(client, only_mail(development))
    assert "<h1>Hello</h1>" in html
    assert "<th>To</th><td>ada@example.com</td>" in html
    assert "Plain wörds" in html
    assert "&lt;p&gt;Rich words&lt;/p&gt;" in html
    assert "report.csv" in html


def test_runs_nothing_that_a_mail_brings(development: Path, client: Client) -> None:
    message = EmailMultiAlternatives(
        "<script>one()</script>", "</pre><script>two()</script>", to=["a@example.com"]
    )
    message.attach_alternative('"><script>three()</script>', "text/html")
    message.send()
    for address in ("/mail/", only_mail(development)):
        assert "<script" not in page(client, address)
    assert "<iframe sandbox srcdoc=" in page(client, only_mail(development))


def test_knows_no_mail_but_those_in_its_folder(development: Path, client: Client) -> None:
    del development
    assert client.get("/mail/1/").status_code == 404
    assert client.get("/mail/..%2F..%2Fsecret/").status_code == 404
    assert client.post("/mail/").status_code == 405


SETTINGS = """
import django
django.setup()
from django.conf import settings
from django.urls import Resolver404, resolve
try:
    resolve("/mail/")
    print("shown", settings.EMAIL_BACKEND)
except Resolver404:
    print("hidden", settings.EMAIL_BACKEND)
"""


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ("development", "shown config.development.mail.EmailBackend"),
        ("production", "hidden django.core.mail.backends.smtp.EmailBackend"),
    ],
)
def test_catches_mail_in_development_and_nowhere_else(environment: str, expected: str) -> None:
    environ = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "APP_ENVIRONMENT": environment,
        "APP_SECRET_KEY": "k" * 60,
        "APP_PUBLIC_URL": "http://localhost:8080",
        "DATABASE_URL": "sqlite://:memory:",
    }
    command = (sys.executable, "-c", SETTINGS)
    ran = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == expected
