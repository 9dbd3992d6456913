"""Reading notes. Every function asks for the owner: nobody reads another's."""

import re
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from app.notes.models import Note


@dataclass(frozen=True, kw_only=True)
class Page:
    """Some notes, and how many there are in all."""

    items: list[Note]
    total: int


def get_note(*, owner_id: int, note_id: UUID) -> Note:
    """One note.

    Raises:
        Note.DoesNotExist: there is none, or it is another's.
    """
    return Note.objects.get(pk=note_id, owner_id=owner_id)


def list_notes(*, owner_id: int, search: str, sort: str, page: int, page_size: int) -> Page:
    """One page of a person's notes.

    Args:
        owner_id: whose notes.
        search: only those with this in the title or the text; all when empty.
        sort: a field's name, with a minus for the last first.
        page: the page's number, from 1.
        page_size: how many notes a page has.
    """
    notes = _sorted(_matching(Note.objects.filter(owner_id=owner_id), search), sort)
    start = (page - 1) * page_size
    return Page(items=list(notes[start : start + page_size]), total=notes.count())


def _matching(notes: QuerySet[Note], search: str) -> QuerySet[Note]:
    words = search.strip()
    if not words:
        return notes
    # Not `icontains`: SQLite's LIKE knows the upper and lower case of English letters alone.
    pattern = re.escape(words)
    return notes.filter(Q(title__iregex=pattern) | Q(body__iregex=pattern))


def _sorted(notes: QuerySet[Note], sort: str) -> QuerySet[Note]:
    field = sort.removeprefix("-")
    key = Lower("title") if field == "title" else field
    # The id last: two notes of one moment keep their order from page to page.
    if isinstance(key, Lower):
        return notes.order_by(key.desc() if sort.startswith("-") else key.asc(), "id")
    return notes.order_by(sort, "id")
