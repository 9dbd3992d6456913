"""Every function takes the owner and returns only the rows of that owner."""

from uuid import UUID

from django.db.models import QuerySet

from app.common import querysets
from app.notes.models import Note


def get_note(*, owner_id: int, note_id: UUID) -> Note:
    return Note.objects.get(pk=note_id, owner_id=owner_id)


def list_notes(*, owner_id: int, search: str, sort: str) -> QuerySet[Note]:
    found = querysets.search(Note.objects.filter(owner_id=owner_id), search)
    return querysets.order(found, sort)
