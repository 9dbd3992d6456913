"""Search and order, shared by the selectors of every domain."""

import re
from typing import Any, TypeVar

from django.db.models import CharField, F, Model, Q, QuerySet
from django.db.models.functions import Lower

M = TypeVar("M", bound=Model)


def search(rows: QuerySet[M], text: str, *fields: str) -> QuerySet[M]:
    """Keep rows that contain the text in one of the fields; all rows if the text is blank."""
    words = text.strip()
    if not words:
        return rows
    # Not `icontains`: SQLite's LIKE ignores case for ASCII letters only.
    pattern = re.escape(words)
    conditions = Q()
    for field in fields:
        conditions |= Q(**{f"{field}__iregex": pattern})
    return rows.filter(conditions)


def order(rows: QuerySet[M], sort: str) -> QuerySet[M]:
    """Order by a field's name, descending if it starts with a minus. Missing values come last."""
    name = sort.removeprefix("-")
    field: Any = rows.model._meta.get_field(name)
    key = Lower(name) if isinstance(field, CharField) else F(name)
    # Only where needed: PostgreSQL does not use a plain index for NULLS LAST.
    nulls_last = True if field.null else None
    ordering = key.desc(nulls_last=nulls_last) if sort.startswith("-") else key.asc(nulls_last=nulls_last)
    # The id makes the order unique, so that rows do not move between pages.
    return rows.order_by(ordering, "pk")
