"""Store the mail that Django sends in development, and show it at /mail/."""

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

from config.environment import REPOSITORY

FOLDER = REPOSITORY / ".local/mail"


class EmailBackend(BaseEmailBackend):
    """Writes each message to an .eml file, which mail programs can open too."""

    def send_messages(self, email_messages: Sequence[DjangoEmailMessage]) -> int:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            # The file name is the time, so that the inbox can sort by it.
            with (FOLDER / f"{time.time_ns()}.eml").open("xb") as file:
                file.write(message.message().as_bytes())
        return len(email_messages)


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    paths = sorted(FOLDER.glob("*.eml"), reverse=True)
    mails = [{"id": path.stem, "message": _read(path)} for path in paths]
    return render(request, "development/inbox.html", {"mails": mails, "folder": FOLDER})


@require_safe
def mail(request: HttpRequest, number: int) -> HttpResponse:
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
