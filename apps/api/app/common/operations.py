"""Operations of migrations that do not lock a table against writes."""

from typing import Any

from django.contrib.postgres import operations
from django.db.migrations import AddIndex


class AddIndexConcurrently(operations.AddIndexConcurrently):
    """Django's operation, which fails on SQLite: there it adds the index in the ordinary way.

    The migration needs `atomic = False`.
    """

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        base = _operation_of(schema_editor)
        base.database_forwards(self, app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        base = _operation_of(schema_editor)
        base.database_backwards(self, app_label, schema_editor, from_state, to_state)


def _operation_of(schema_editor: Any) -> type[AddIndex]:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    return operations.AddIndexConcurrently if is_postgres else AddIndex
