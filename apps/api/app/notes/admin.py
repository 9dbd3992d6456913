"""Notes in /admin/."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import F
from django.forms import ModelForm
from django.http import HttpRequest

from app.notes.models import Note

# Generic for the type checker alone; Django's admin classes are not.
if TYPE_CHECKING:
    Base = admin.ModelAdmin[Note]
else:
    Base = admin.ModelAdmin


@admin.register(Note)
class NoteAdmin(Base):
    """Every note, for those who help people."""

    list_display = ("title", "owner", "version", "updated_at")
    list_select_related = ("owner",)
    search_fields = ("title", "owner__email")
    # A chooser that searches: the list of people grows.
    autocomplete_fields = ("owner",)
    readonly_fields = ("version", "created_at", "updated_at")

    def save_model(self, request: HttpRequest, obj: Note, form: "ModelForm[Note]", change: bool) -> None:  # noqa: FBT001 - Django's signature
        """Count the version here too, or the owner's open edit would overwrite this one."""
        if change:
            Note.objects.filter(pk=obj.pk).update(version=F("version") + 1)
            obj.refresh_from_db(fields=["version"])
        super().save_model(request, obj, form, change)
