import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.state import ProjectState

from app.common.operations import AddIndexConcurrently
from config.environment import BASE_DIR

INDEX = 'models.Index(fields=["is_staff"], name="staff")'
REFUSED = {
    "not_null": 'migrations.AddField("user", "a", models.IntegerField(default=1))',
    "rename_column": 'migrations.RenameField("user", "is_staff", "is_clerk")',
    "rename_table": 'migrations.AlterModelTable("user", "people")',
    "remove": 'migrations.RemoveField("user", "is_staff")',
    "type": 'migrations.AlterField("user", "is_staff", models.TextField())',
    "unique": 'migrations.AlterField("user", "is_staff", models.BooleanField(unique=True))',
    "index": f'migrations.AddIndex("user", {INDEX})',
}
ACCEPTED = {
    "default": 'migrations.AddField("user", "a", models.IntegerField(db_default=1))',
    "null": 'migrations.AddField("user", "a", models.IntegerField(null=True))',
    "concurrent": f'AddIndexConcurrently("user", {INDEX})',
    "table": 'migrations.CreateModel("Team", [("id", models.AutoField(primary_key=True))])',
}
MIGRATION = """
from django.db import migrations, models
from app.common.operations import AddIndexConcurrently

class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_lower_case_emails")]
    operations = [{operation}]
    atomic = False
"""


def test_migrations_that_lock_a_table_or_break_the_running_release_are_refused(tmp_path: Path) -> None:
    api = tmp_path / "apps/api"
    shutil.copytree(BASE_DIR, api, ignore=shutil.ignore_patterns(".venv"))
    reason = '    accepted_because = "No release reads it."'
    files = {
        name: MIGRATION.format(operation=operation) for name, operation in {**REFUSED, **ACCEPTED}.items()
    }
    files["reason"] = f"{files['remove']}{reason}\n"
    for name, text in files.items():
        (api / f"app/accounts/migrations/9_{name}.py").write_text(text)
    command = (sys.executable, "lint_migrations.py")
    done = subprocess.run(command, cwd=api, capture_output=True, text=True, check=False, timeout=30)
    names = [line.partition(")")[0] for line in done.stdout.splitlines() if line.startswith("(")]
    assert names == [f"(accounts, 9_{name}" for name in sorted(REFUSED)], done.stderr
    assert "AddIndexConcurrently" in done.stderr
    assert done.returncode == 1


@pytest.mark.django_db(transaction=True)
def test_an_index_can_be_added_and_removed_without_a_lock() -> None:
    before = ProjectState.from_apps(apps)
    operation = AddIndexConcurrently("user", models.Index(fields=["is_staff"], name="staff"))
    after = before.clone()
    operation.state_forwards("accounts", after)

    def indexes() -> list[str]:
        with connection.cursor() as cursor:
            return [*connection.introspection.get_constraints(cursor, "accounts_user")]

    with connection.schema_editor(atomic=False) as editor:
        operation.database_forwards("accounts", editor, before, after)
    assert "staff" in indexes()
    with connection.schema_editor(atomic=False) as editor:
        operation.database_backwards("accounts", editor, after, before)
    assert "staff" not in indexes()
