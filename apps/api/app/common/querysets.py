"""Search and order, shared by the selectors of every domain."""

from typing import Any, TypeVar

from django.db.models import CharField, F, Model, QuerySet

from app.common.folding import fold

M = TypeVar("M", bound=Model)


def search(rows: QuerySet[M], text: str) -> QuerySet[M]:
    """Keep rows whose `search_text` contains every word of the text, in any order."""
    for word in dict.fromkeys(fold(text).split()):
        rows = rows.filter(search_text__contains=word)
    return rows


def order(rows: QuerySet[M], sort: str) -> QuerySet[M]:
    """Order by a field's name, descending if it starts with a minus. Missing values come last."""
    name = sort.removeprefix("-")
    field: Any = rows.model._meta.get_field(name)
    # The only text to sort by is the title.
    key = F("sort_key") if isinstance(field, CharField) else F(name)
    # Only where needed: PostgreSQL does not use a plain index for NULLS LAST.
    nulls_last = True if field.null else None
    ordering = key.desc(nulls_last=nulls_last) if sort.startswith("-") else key.asc(nulls_last=nulls_last)
    # The id makes the order unique, so that rows do not move between pages.
    return rows.order_by(ordering, "pk")
