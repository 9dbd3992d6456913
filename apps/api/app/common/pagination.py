"""Query parameters and response of the operations that list something."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Schema
from ninja.errors import ValidationError
from pydantic import BaseModel, Field, StringConstraints

from app.common.inputs import NO_NUL

# Keeps OFFSET far below the largest integer of the database.
MAX_PAGE = 100_000
MAX_PAGE_SIZE = 100
MAX_SEARCH_LENGTH = 200

Search = Annotated[str, StringConstraints(max_length=MAX_SEARCH_LENGTH), NO_NUL]


class ListQuery(BaseModel):
    search: Search = Field(default="", description="Return only items that contain this text, in any case.")
    page: int = Field(default=1, ge=1, le=MAX_PAGE)
    page_size: int = Field(default=20, ge=1, le=MAX_PAGE_SIZE)


class PageInfo(Schema):
    total: int = Field(description="Number of items on all pages.")
    page: int
    page_size: int


def paginate(rows: QuerySet[Any], query: ListQuery) -> dict[str, Any]:
    """Return the requested page, for a response schema that adds `items` to `PageInfo`."""
    start = (query.page - 1) * query.page_size
    return {
        "items": list(rows[start : start + query.page_size]),
        "total": rows.count(),
        "page": query.page,
        "page_size": query.page_size,
    }


def reject_unknown_parameters(request: HttpRequest, query: BaseModel) -> None:
    """Reject parameters that the operation does not have, so that a misspelt filter is not ignored.

    `extra="forbid"` has no effect here, because Ninja passes only the known parameters to the schema.

    Raises:
        ValidationError: lists every unknown parameter.
    """
    unknown = sorted(request.GET.keys() - type(query).model_fields.keys())
    if unknown:
        raise ValidationError(
            [
                {"loc": ("query", name), "msg": "Unknown parameter.", "type": "extra_forbidden"}
                for name in unknown
            ]
        )
