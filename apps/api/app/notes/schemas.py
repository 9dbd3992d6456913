"""What the notes API reads and writes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints

from app.common.problems import Problem
from app.common.schemas import NO_NUL, Input
from app.notes.models import BODY_MAXIMUM, TITLE_MAXIMUM

Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_MAXIMUM), NO_NUL
]
Body = Annotated[str, StringConstraints(max_length=BODY_MAXIMUM), NO_NUL]
Search = Annotated[str, StringConstraints(max_length=TITLE_MAXIMUM), NO_NUL]
Sort = Literal["-updated_at", "updated_at", "title", "-title", "created_at", "-created_at"]

# Far beyond what anybody pages through, far below what a database's OFFSET can hold.
PAGE_MAXIMUM = 100_000
PAGE_SIZE_MAXIMUM = 100


class NoteCreate(Input):
    """A new note."""

    title: Title
    body: Body = ""


class NoteUpdate(Input):
    """An edit, made from the version that it names."""

    title: Title
    body: Body
    version: int = Field(ge=1, le=2**31 - 1, description="The version that was edited.")


class NoteQuery(BaseModel):
    """Which notes to list, and in what order."""

    search: Search = Field(default="", description="Only notes with this in their title or text.")
    sort: Sort = Field(default="-updated_at", description="A minus puts the last first.")
    page: int = Field(default=1, ge=1, le=PAGE_MAXIMUM)
    page_size: int = Field(default=20, ge=1, le=PAGE_SIZE_MAXIMUM)


class Note(Schema):
    """A note as it is stored."""

    id: UUID
    title: str
    body: str
    version: int
    created_at: datetime
    updated_at: datetime


class NotePage(Schema):
    """One page of the notes that were asked for."""

    items: list[Note]
    total: int = Field(description="How many there are on all pages.")
    page: int
    page_size: int


class NoteConflict(Problem):
    """The note was changed since it was read; nothing was saved."""

    current: Note = Field(description="The note as it is stored now.")
