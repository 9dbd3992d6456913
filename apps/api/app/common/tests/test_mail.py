import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from aiosmtpd.smtp import AuthResult
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives, send_mail
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

# The worker commits its transactions.
pytestmark = pytest.mark.django_db(transaction=True)


class Inbox(Message):
    """Keeps the messages that the server accepts."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Any] = []
        self.refuse = False

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it by this name
        self, _server: Any, _session: Any, envelope: Any, address: str, _: Any
    ) -> str:
        if self.refuse:
            return "451 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def handle_message(self, message: Any) -> None:
        self.mails.append(message)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def inbox(settings: Settings) -> Iterator[Inbox]:
    """Run an SMTP server to which the worker delivers."""
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    configure(settings, controller)
    yield inbox
    controller.stop(no_assert=True)


def configure(settings: Settings, controller: Controller) -> None:
    settings.SCHEDULED_JOBS = {}
    settings.EMAIL_BACKEND = "app.common.mail.JobEmailBackend"
    settings.MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controller.port


def run_jobs() -> None:
    call_command("worker", "--once")


def test_a_mail_is_delivered_by_the_worker_as_it_was_written(inbox: Inbox) -> None:
    message = EmailMultiAlternatives(
        "Grüße", "Plain wörds", "App <app@example.com>", ["ada@example.com"], bcc=["bob@example.com"]
    )
    message.attach_alternative("<p>Rich</p>", "text/html")
    message.attach("report.csv", "a,b", "text/csv")
    message.extra_headers["X-Kind"] = "greeting"
    message.send()
    assert inbox.mails == []
    run_jobs()
    (mail,) = inbox.mails
    assert mail["X-RcptTo"] == "ada@example.com, bob@example.com"
    assert (mail["To"], mail["Bcc"], mail["X-Kind"]) == ("ada@example.com", None, "greeting")
    parts = {part.get_content_type(): part.get_payload(decode=True) for part in mail.walk()}
    assert parts["text/plain"] == "Plain wörds".encode()
    assert parts["text/html"] == b"<p>Rich</p>"
    assert parts["text/csv"] == b"a,b"


def test_a_mail_of_a_transaction_that_is_rolled_back_is_not_sent(inbox: Inbox) -> None:
    with suppress(ZeroDivisionError), transaction.atomic():
        send_mail("Hello", "", None, ["ada@example.com"])
        _ = 1 / 0
    run_jobs()
    assert inbox.mails == []


def test_a_mail_that_the_server_refuses_for_now_is_sent_later_with_the_same_id(inbox: Inbox) -> None:
    inbox.refuse = True
    send_mail("Hello", "", None, ["ada@example.com"])
    run_jobs()
    job = DBTaskResult.objects.get()
    assert (job.status, inbox.mails) == ("READY", [])
    assert "451" in job.traceback
    inbox.refuse = False
    DBTaskResult.objects.update(run_after=job.enqueued_at)
    run_jobs()
    assert [mail["Message-ID"] for mail in inbox.mails] == [
        job.args_kwargs["args"][0]["headers"]["Message-ID"]
    ]


def test_a_mail_waits_while_the_mail_server_is_down(inbox: Inbox, settings: Settings) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    send_mail("Hello", "", None, ["ada@example.com"])
    run_jobs()
    job = DBTaskResult.objects.get()
    assert (job.status, "ConnectionRefusedError" in job.traceback) == ("READY", True)
    settings.EMAIL_PORT = port
    DBTaskResult.objects.update(run_after=job.enqueued_at)
    run_jobs()
    assert len(inbox.mails) == 1


def test_without_a_mail_server_sending_fails_with_the_name_of_the_variable(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "app.common.mail.JobEmailBackend"
    with pytest.raises(ImproperlyConfigured, match="Set APP_SMTP_URL"):
        send_mail("Hello", "", None, ["ada@example.com"])
    assert not DBTaskResult.objects.exists()


def authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, login: Any) -> AuthResult:
    return AuthResult(success=(login.login, login.password) == (b"me", b"p@ss"))


# aiosmtpd does not know that smtps encrypts.
@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_mail_is_sent_over_tls_with_a_password_to_a_server_with_a_trusted_certificate_only(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Any, scheme: str, *, trusted: bool
) -> None:
    authority = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(server)
    known = authority if trusted else trustme.CA()
    known.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    inbox = Inbox()
    tls: dict[str, Any] = {"ssl_context" if scheme == "smtps" else "tls_context": server}
    controller = Controller(
        inbox,
        hostname="127.0.0.1",
        port=free_port(),
        auth_required=True,
        authenticator=authenticate,
        auth_require_tls=scheme != "smtps",
        **tls,
    )
    controller.start()
    try:
        configure(settings, controller)
        settings.EMAIL_USE_SSL, settings.EMAIL_USE_TLS = scheme == "smtps", scheme != "smtps"
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "me", "p@ss"
        send_mail("Hello", "", None, ["ada@example.com"])
        run_jobs()
    finally:
        controller.stop(no_assert=True)
    assert len(inbox.mails) == trusted
    assert ("CERTIFICATE_VERIFY_FAILED" in DBTaskResult.objects.get().traceback) is not trusted
