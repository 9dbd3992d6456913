"""Folded text: search and sorting compare it, so that case and accents do not matter."""

import unicodedata
from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans("łøđðħŧ\u0131", "loddhti") | str.maketrans({"æ": "ae", "œ": "oe", "þ": "th"})


def fold(text: str) -> str:
    """Return the text in lower case without accents: "Über" becomes "uber", "Straße" becomes "strasse".

    The result does not depend on the language: ä is next to a, as in German and French, and not after z, as
    in Swedish. One stored key, which an index sorts, serves the users of every language.
    """
    decomposed = unicodedata.normalize("NFKD", text)
    base = "".join(character for character in decomposed if not unicodedata.combining(character))
    return base.casefold().translate(_LETTERS)


class FoldedField(models.TextField):
    """A stored, folded copy of other text fields, cut to `max_length`.

    `save()` and `bulk_create()` set it. `QuerySet.update()` and `bulk_update()` do not, as with `auto_now`.
    """

    def __init__(self, *sources: str, **options: Any) -> None:
        # The database's default serves inserts of the previous release during a deployment.
        super().__init__(**{"editable": False, "db_default": "", **options})
        self.sources = sources

    def deconstruct(self) -> Any:
        name, path, _, options = super().deconstruct()
        return name, path, self.sources, options

    def pre_save(self, model_instance: models.Model, *_: Any, **__: Any) -> str:
        text = fold("\n".join(getattr(model_instance, source) for source in self.sources))[: self.max_length]
        setattr(model_instance, self.attname, text)
        return text


class TrigramIndex(models.Index):
    """Index for `contains` on PostgreSQL. SQLite has no such index and scans the rows of the owner."""

    def create_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor, *_: Any, **__: Any
    ) -> Statement:
        if schema_editor.connection.vendor != "postgresql":
            return Statement("SELECT 1")
        quote = schema_editor.quote_name
        return Statement(
            "CREATE EXTENSION IF NOT EXISTS pg_trgm; "
            "CREATE INDEX %(name)s ON %(table)s USING gin (%(column)s gin_trgm_ops)",
            name=quote(self.name),
            table=Table(model._meta.db_table, quote),
            column=quote(self.fields[0]),
        )

    def remove_sql(
        self,
        model: Any,  # noqa: ARG002 - Django passes it, and an index is dropped by its name alone
        schema_editor: BaseDatabaseSchemaEditor,
        **_: Any,
    ) -> str:
        return f"DROP INDEX IF EXISTS {schema_editor.quote_name(self.name)}"
