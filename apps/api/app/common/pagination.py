"""Query parameters and response of the operations that list something."""

from typing import Annotated, Any, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja.errors import ValidationError
from pydantic import BaseModel, Field, StringConstraints

from app.common.inputs import NO_NUL

# Keeps OFFSET far below the largest integer of the database.
MAX_PAGE = 100_000
MAX_PAGE_SIZE = 100
MAX_SEARCH_LENGTH = 200
# Rows are counted up to this number, so that the time of a list does not grow with its length.
MAX_TOTAL = 1_000

Search = Annotated[str, StringConstraints(max_length=MAX_SEARCH_LENGTH), NO_NUL]


class ListQuery(BaseModel):
    search: Search = Field(
        default="", description="Return only items that contain every word, ignoring case and accents."
    )
    page: int = Field(default=1, ge=1, le=MAX_PAGE)
    page_size: int = Field(default=20, ge=1, le=MAX_PAGE_SIZE)


class PageInfo(BaseModel):
    total: int | None = Field(description=f"Number of items on all pages; null above {MAX_TOTAL}.")
    has_next: bool = Field(description="Whether another page follows.")
    page: int
    page_size: int


P = TypeVar("P", bound=PageInfo)


def paginate(rows: QuerySet[Any, Any], query: ListQuery, response: type[P]) -> P:
    """Return the requested page. The response schema adds `items` to `PageInfo`.

    Ninja does not validate an instance of the response schema again.
    """
    start = (query.page - 1) * query.page_size
    # One row more than the page shows whether another page follows.
    found = list(rows[start : start + query.page_size + 1])
    has_next = len(found) > query.page_size
    if has_next or (start > 0 and not found):
        total = rows.order_by()[: MAX_TOTAL + 1].count()
    else:
        total = start + len(found)
    return response.model_validate(
        {
            "items": found[: query.page_size],
            "total": total if total <= MAX_TOTAL else None,
            "has_next": has_next,
            "page": query.page,
            "page_size": query.page_size,
        }
    )


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
