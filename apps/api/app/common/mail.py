"""Mail: rendered from templates, queued as jobs, and delivered by the worker."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from email.utils import make_msgid, parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django_tasks import task


def compose(template: str, subject: str, to: list[str], context: dict[str, Any]) -> EmailMultiAlternatives:
    """Return a message with a text and an HTML part, from a template and the layouts in `templates/mail`."""
    context = {**context, "title": settings.IDENTITY.title, "url": settings.ENVIRONMENT.address}
    whole = {**context, "content": render_to_string(template, context).strip()}
    message = EmailMultiAlternatives(subject, render_to_string("mail/layout.txt", whole), to=to)
    message.attach_alternative(render_to_string("mail/layout.html", whole), "text/html")
    return message


class JobEmailBackend(BaseEmailBackend):
    """Queues each message in the caller's transaction (EMAIL_BACKEND)."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if not settings.MAIL_DELIVERY_BACKEND:
            raise ImproperlyConfigured("This installation sends no mail. Set APP_SMTP_URL.")
        for message in email_messages:
            deliver.enqueue(_to_json(message))
        return len(email_messages)


@task()
def deliver(mail: dict[str, Any]) -> None:
    attachments = [(name, b64decode(data), kind) for name, data, kind in mail.pop("attachments")]
    subtype = mail.pop("content_subtype")
    connection = get_connection(settings.MAIL_DELIVERY_BACKEND)
    message = EmailMultiAlternatives(**mail, connection=connection)
    message.content_subtype = subtype
    for attachment in attachments:
        message.attach(*attachment)
    message.send()


def _to_json(message: EmailMessage) -> dict[str, Any]:
    # The same id for each attempt, so that a mail that is delivered twice can be recognised.
    domain = parseaddr(message.from_email)[1].rpartition("@")[2]
    headers = {"Message-ID": make_msgid(domain=domain), "Auto-Submitted": "auto-generated"}
    names = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to", "content_subtype")
    return {
        **{name: getattr(message, name) for name in names},
        "headers": headers | {name: str(value) for name, value in message.extra_headers.items()},
        "alternatives": [[text, kind] for text, kind in getattr(message, "alternatives", [])],
        "attachments": [_attachment(*attachment) for attachment in message.attachments],
    }


def _attachment(name: str | None, content: str | bytes, kind: str | None) -> list[str | None]:
    data = content.encode() if isinstance(content, str) else content
    return [name, b64encode(data).decode(), kind]
