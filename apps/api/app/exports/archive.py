"""The ZIP file with everything that belongs to a user: one JSON file per model."""

from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core import serializers
from django.db.models import CASCADE, BinaryField, ForeignKey, Model, Q, QuerySet

from app.common.folding import FoldedField

# The limit of the compressed file. The worker and the API hold it in memory, but never all rows.
MAX_BYTES = 50_000_000

README = """\
Everything that belongs to your account. Each file has one kind of data and lists its rows in JSON:
"model" is the kind, "pk" identifies the row, and "fields" has its values. Times are in UTC.
"""

# Fields of libraries' models. What is not listed here stays out, such as keys of sessions and passkeys.
LIBRARY_FIELDS = {
    "account.emailaddress": ["email", "verified", "primary"],
    "mfa.authenticator": ["type", "created_at", "last_used_at"],
    "socialaccount.socialaccount": ["provider", "uid", "extra_data", "last_login", "date_joined"],
    "usersessions.usersession": ["ip", "user_agent", "created_at", "last_seen_at"],
}
# Of the project's own models, all fields are exported except these, and copies that exist for search.
SECRET_FIELDS = {"password"}
EXCLUDED_MODELS = {"exports.export"}


class TooLargeError(Exception):
    """The file would exceed MAX_BYTES."""


class _LimitedFile(BytesIO):
    def write(self, data: Any) -> int:
        if self.tell() + len(data) > MAX_BYTES:
            raise TooLargeError
        return super().write(data)


def build(*, owner_id: int) -> bytes:
    """Return the file.

    Raises:
        TooLargeError: it would exceed MAX_BYTES.
    """
    file = _LimitedFile()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        for rows in owned_rows(owner_id):
            name = f"{rows.model._meta.label_lower}.json"
            with archive.open(name, "w", force_zip64=True) as entry, TextIOWrapper(entry, "utf-8") as text:
                serializers.serialize(
                    "json", rows.iterator(), stream=text, fields=_fields(rows.model), indent=2
                )
    return file.getvalue()


def owned_rows(owner_id: int) -> Iterator[QuerySet[Any]]:
    """Yield the user's row, and of each model the rows that are deleted together with the user."""
    user = get_user_model()
    yield user._default_manager.filter(pk=owner_id)
    for model in apps.get_models():
        owners = [
            (field.name, owner_id)
            for field in model._meta.concrete_fields
            if isinstance(field, ForeignKey)
            and field.related_model is user
            and field.remote_field.on_delete is CASCADE
        ]
        if owners and _fields(model):
            yield model._default_manager.filter(Q(*owners, _connector=Q.OR)).order_by("pk")


def _fields(model: type[Model]) -> list[str]:
    label = model._meta.label_lower
    if label in EXCLUDED_MODELS or model._meta.proxy:
        return []
    if not model.__module__.startswith("app."):
        return LIBRARY_FIELDS.get(label, [])
    fields = (f for f in model._meta.concrete_fields if not isinstance(f, FoldedField | BinaryField))
    return [field.name for field in fields if field.name not in SECRET_FIELDS]
