"""Changing notes. Every function asks for the owner: nobody changes another's."""

from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from app.notes import selectors
from app.notes.models import Note


class StaleNoteError(Exception):
    """The note was changed since it was read. Nothing was saved."""

    def __init__(self, current: Note) -> None:
        """Keep the note as it is stored, for the person to compare."""
        super().__init__(f"note {current.pk} is at version {current.version}")
        self.current = current


def create_note(*, owner_id: int, title: str, body: str) -> Note:
    """Save a new note."""
    return Note.objects.create(owner_id=owner_id, title=title, body=body)


@transaction.atomic
def update_note(*, owner_id: int, note_id: UUID, title: str, body: str, version: int) -> Note:
    """Save an edit, unless the note was changed meanwhile.

    The comparison and the change are one statement: of two edits of one version, exactly one is
    saved, on every database.

    Args:
        owner_id: whose note.
        note_id: which one.
        title: its new title.
        body: its new text.
        version: the version that the edit was made from.

    Raises:
        Note.DoesNotExist: there is none, or it is another's.
        StaleNoteError: it has another version by now.
    """
    saved = Note.objects.filter(pk=note_id, owner_id=owner_id, version=version).update(
        title=title, body=body, version=F("version") + 1, updated_at=timezone.now()
    )
    note = selectors.get_note(owner_id=owner_id, note_id=note_id)
    if not saved:
        raise StaleNoteError(note)
    return note


def delete_note(*, owner_id: int, note_id: UUID) -> None:
    """Delete a note for good.

    Raises:
        Note.DoesNotExist: there is none, or it is another's.
    """
    deleted, _ = Note.objects.filter(pk=note_id, owner_id=owner_id).delete()
    if not deleted:
        raise Note.DoesNotExist
