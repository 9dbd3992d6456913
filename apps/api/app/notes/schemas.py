import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

import pydantic

from app.common import inputs
from app.common.pagination import ListQuery, PageInfo
from app.common.problems import Problem
from app.notes.models import BODY_MAX_LENGTH, TITLE_MAX_LENGTH

Title = Annotated[
    str,
    pydantic.StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_MAX_LENGTH),
    inputs.NO_NUL,
]
Body = Annotated[str, pydantic.StringConstraints(max_length=BODY_MAX_LENGTH), inputs.NO_NUL]
Sort = Literal["-updated_at", "updated_at", "-created_at", "created_at", "title", "-title"]


class NoteCreate(inputs.Input):
    title: Title
    body: Body = ""


class NoteUpdate(inputs.Input):
    title: Title
    body: Body
    version: inputs.Version


class NoteQuery(ListQuery):
    sort: Sort = pydantic.Field(
        default="-updated_at", description="Field to sort by; a minus sorts descending."
    )


class Note(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(from_attributes=True)

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

    current: Note = pydantic.Field(description="The note as it is stored now.")
