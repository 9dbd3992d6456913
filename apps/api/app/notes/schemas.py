import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.common.inputs import NO_NUL, Input, Version
from app.common.pagination import ListQuery, PageInfo
from app.common.problems import Problem
from app.notes.models import BODY_MAX_LENGTH, TITLE_MAX_LENGTH

Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_MAX_LENGTH), NO_NUL
]
Body = Annotated[str, StringConstraints(max_length=BODY_MAX_LENGTH), NO_NUL]
Sort = Literal["-updated_at", "updated_at", "-created_at", "created_at", "title", "-title"]


class NoteCreate(Input):
    title: Title
    body: Body = ""


class NoteUpdate(Input):
    title: Title
    body: Body
    version: Version


class NoteQuery(ListQuery):
    sort: Sort = Field(default="-updated_at", description="Field to sort by; a minus sorts descending.")


class Note(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    title: str
    body: str
    version: int
    created_at: dt.datetime
    updated_at: dt.datetime


class NotePage(PageInfo):
    items: list[Note]


class NoteConflict(Problem):
    """The note was changed after the edited version was read. Nothing was saved."""

    current: Note = Field(description="The note as it is stored now.")
