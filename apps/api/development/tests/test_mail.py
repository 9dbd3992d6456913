import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.test import Client
from pytest_django import Settings

from config.environment import BASE_DIR
from development import mail


@pytest.fixture
def folder(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.EMAIL_BACKEND = "development.mail.EmailBackend"
    settings.ROOT_URLCONF = "development.urls"
    monkeypatch.setattr(mail, "FOLDER", tmp_path / "mail")
    return tmp_path / "mail"


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def path_of_the_only_mail(folder: Path) -> str:
    (path,) = folder.glob("*.eml")
    return f"/mail/{path.stem}/"


def test_the_inbox_is_empty_without_a_folder(folder: Path, client: Client) -> None:
    assert "No mail yet" in page(client, "/mail/")
    assert not folder.exists()


@pytest.mark.usefixtures("folder")
def test_the_inbox_lists_the_latest_mail_first(client: Client) -> None:
    assert send_mail("Erste Größe", "", "api@example.com", ["ada@example.com"]) == 1
    send_mail("Second", "", "api@example.com", ["bob@example.com"])
    html = page(client, "/mail/")
    assert html.index("Second") < html.index("Erste Größe")
    assert "ada@example.com" in html


def test_a_mail_is_shown_with_headers_text_html_and_attachments(folder: Path, client: Client) -> None:
    message = EmailMultiAlternatives("Hello", "Plain wörds", "api@example.com", ["ada@example.com"])
    message.attach_alternative("<p>Rich words</p>", "text/html")
    message.attach("report.csv", "a,b\n", "text/csv")
    message.send()
    html = page(client, path_of_the_only_mail(folder))
    assert "<h1>Hello</h1>" in html
    assert "<th>To</th><td>ada@example.com</td>" in html
    assert "Plain wörds" in html
    assert "&lt;p&gt;Rich words&lt;/p&gt;" in html
    assert "report.csv" in html


def test_scripts_in_a_mail_do_not_run(folder: Path, client: Client) -> None:
    message = EmailMultiAlternatives(
        "<script>one()</script>", "</pre><script>two()</script>", to=["a@example.com"]
    )
    message.attach_alternative('"><script>three()</script>', "text/html")
    message.send()
    for path in ("/mail/", path_of_the_only_mail(folder)):
        assert "<script" not in page(client, path)
    assert "<iframe sandbox srcdoc=" in page(client, path_of_the_only_mail(folder))


@pytest.mark.usefixtures("folder")
def test_an_unknown_mail_is_not_found(client: Client) -> None:
    assert client.get("/mail/1/").status_code == 404
    assert client.get("/mail/..%2F..%2Fsecret/").status_code == 404


SHOW_SETTINGS = """
import django
django.setup()
from django.conf import settings
from django.urls import is_valid_path
print("development" in settings.INSTALLED_APPS, bool(is_valid_path("/mail/")), settings.MAIL_DELIVERY_BACKEND)
"""


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ("development", "True True development.mail.EmailBackend"),
        ("production", "False False"),
    ],
)
def test_the_development_app_is_installed_in_development_only(environment: str, expected: str) -> None:
    environ = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "APP_ENVIRONMENT": environment,
        "APP_SECRET_KEY": "k" * 60,
        "APP_PUBLIC_URL": "http://localhost:8080",
        "DATABASE_URL": "sqlite://:memory:",
    }
    command = (sys.executable, "-c", SHOW_SETTINGS)
    ran = subprocess.run(command, cwd=BASE_DIR, env=environ, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == expected
