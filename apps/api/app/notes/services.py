"""Every function takes the owner and changes only the rows of that owner."""

from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.db.models import F

from app.notes import selectors
from app.notes.models import Note


class NoteFields(TypedDict):
    title: str
    body: str


class StaleNoteError(Exception):
    """The note has a newer version than the one that was edited."""

    def __init__(self, current: Note) -> None:
        super().__init__(f"note {current.pk} is at version {current.version}")
        self.current = current


def create_note(*, owner_id: int, **fields: Unpack[NoteFields]) -> Note:
    return Note.objects.create(owner_id=owner_id, **fields)


@transaction.atomic
def update_note(*, owner_id: int, note_id: UUID, version: int, **fields: Unpack[NoteFields]) -> Note:
    """Save an edit that is based on `version`.

    One UPDATE statement compares and increments the version, so that only one of several concurrent edits
    of the same version succeeds.

    Raises:
        Note.DoesNotExist: it does not exist or belongs to another user.
        StaleNoteError: it has another version by now.
    """
    edited = Note.objects.filter(pk=note_id, owner_id=owner_id, version=version)
    is_current = edited.update(version=F("version") + 1)
    stored = selectors.get_note(owner_id=owner_id, note_id=note_id)
    if not is_current:
        raise StaleNoteError(stored)
    for name, value in fields.items():
        setattr(stored, name, value)
    stored.save()
    return stored


def delete_note(*, owner_id: int, note_id: UUID) -> None:
    selectors.get_note(owner_id=owner_id, note_id=note_id).delete()
