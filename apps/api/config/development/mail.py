"""Mail in development: kept as files instead of sent, and shown on a page."""

import time
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.core.mail import EmailMessage as DjangoEmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.development import OWN_FOLDER

FOLDER = OWN_FOLDER / "mail"


class EmailBackend(BaseEmailBackend):
    """Writes each mail as it would be sent, to a file that mail programs open (RFC 5322)."""

    def send_messages(self, email_messages: Sequence[DjangoEmailMessage]) -> int:
        """Keep them.

        Returns:
            How many they were.
        """
        FOLDER.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            # The order of the names is that of sending.
            with (FOLDER / f"{time.time_ns()}.eml").open("xb") as file:
                file.write(message.message().as_bytes())
        return len(email_messages)


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Every mail, the latest first."""
    paths = sorted(FOLDER.glob("*.eml"), reverse=True)
    mails = [{"id": path.stem, "message": _read(path)} for path in paths]
    return render(request, "development/inbox.html", {"mails": mails, "folder": FOLDER})


@require_safe
def mail(request: HttpRequest, number: int) -> HttpResponse:
    """One mail: its text, its HTML without scripts, and the names of what is attached.

    Raises:
        Http404: there is no such mail.
    """
    path = FOLDER / f"{number}.eml"
    if not path.is_file():
        raise Http404
    message = _read(path)
    context = {
        "subject": message["Subject"],
        "headers": message.items(),
        "text": _content(message, "plain"),
        "html": _content(message, "html"),
        "attachments": [
            part.get_filename() or part.get_content_type() for part in message.iter_attachments()
        ],
    }
    return render(request, "development/mail.html", context)


def _read(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def _content(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return "" if part is None else str(part.get_content())
