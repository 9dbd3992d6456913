"""Refuse migrations that lock a table or break the previous release, which still runs during an update.

Checks the SQL for PostgreSQL without a server: the values that Django would ask it for are fixed. A migration
that must be accepted states the reason in a class attribute `accepted_because`.
"""

import os
import sys

import django
from django.apps import apps
from django.db import connection
from django.db.backends.postgresql.psycopg_any import sql
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations.recorder import MigrationRecorder
from django_migration_linter import MigrationLinter

HELP = """
Add a column with db_default or null=True. Remove or rename one in a later release than the code that uses it.
Add an index with AddIndexConcurrently of app.common.operations. docs/deployment.md has the reasons.
"""
VARIABLES = {
    "APP_ENVIRONMENT": "build",
    "APP_LOG_LEVEL": "WARNING",
    "DATABASE_URL": "postgres://none/none",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}


def work_offline() -> None:
    connection.__dict__["pg_version"] = 180_000
    # A transaction would need a connection.
    connection.features.can_rollback_ddl = False
    connection.ops.compose_sql = lambda text, params: text % tuple(map(sql.quote, params))
    MigrationRecorder.applied_migrations = lambda _self: {}
    DatabaseSchemaEditor._constraint_names = lambda *_, **__: ["name"]  # noqa: SLF001 - it would ask the database


def main() -> int:
    os.environ |= VARIABLES
    django.setup()
    work_offline()
    own = {config.label for config in apps.get_app_configs() if config.name.startswith("app.")}
    locks = ["CREATE_INDEX", "DROP_INDEX", "REINDEX"]
    linter = MigrationLinter(no_cache=True, warnings_as_errors_tests=locks, quiet=["ok", "warning"])
    for (app, _), migration in sorted(linter.migration_loader.disk_migrations.items()):
        if app in own and not hasattr(migration, "accepted_because"):
            linter.lint_migration(migration)
    if linter.has_errors:
        sys.stderr.write(HELP)
    return int(linter.has_errors)


if __name__ == "__main__":
    sys.exit(main())
