"""The cache's table: one `migrate` is all that a database needs."""

from typing import TYPE_CHECKING

from django.core.management import call_command
from django.db import migrations

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def create(apps: "Apps", schema_editor: "BaseDatabaseSchemaEditor") -> None:
    """Make the table that CACHES names, unless it is there."""
    del apps
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """Makes the table; it stays when the migration is undone, since it holds nothing to keep."""

    dependencies: list[tuple[str, str]] = []
    operations = [migrations.RunPython(create, migrations.RunPython.noop, elidable=False)]
