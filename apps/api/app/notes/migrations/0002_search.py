"""Add the columns and indexes for search and sorting, and fill them for existing notes."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import migrations, models

from app.common.folding import FoldedField, TrigramIndex

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: "Apps", _schema_editor: "BaseDatabaseSchemaEditor") -> None:
    for note in apps.get_model("notes", "Note").objects.iterator():
        note.save(update_fields=["search_text", "sort_key"])


class Migration(migrations.Migration):
    accepted_because = "It is older than the check. Its indexes lock the table while they are built."
    dependencies = [("notes", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.AddField("note", "search_text", FoldedField("title", "body", db_default="", editable=False)),
        migrations.AddField(
            "note", "sort_key", FoldedField("title", db_default="", editable=False, max_length=200)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "note", models.Index(fields=["owner", "sort_key", "id"], name="notes_note_owner_i_2decd1_idx")
        ),
        migrations.AddIndex(
            "note", TrigramIndex(fields=["search_text"], name="notes_note_search__c81d4b_idx")
        ),
    ]
