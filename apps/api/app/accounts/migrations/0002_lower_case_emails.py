"""Store addresses in lower case. The admin stored them as entered, and allauth could not find them."""

from typing import TYPE_CHECKING

from django.db import migrations
from django.db.models.functions import Lower

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def lower_emails(apps: "Apps", _schema_editor: "BaseDatabaseSchemaEditor | None") -> None:
    # A constraint prevents two addresses that differ in case only.
    apps.get_model("accounts", "User").objects.update(email=Lower("email"))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(lower_emails, migrations.RunPython.noop, elidable=True)]
