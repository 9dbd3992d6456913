from django.contrib import admin
from django.db.models import F
from django.forms import ModelForm
from django.http import HttpRequest

from app.notes.models import Note


@admin.register(Note)
class NoteAdmin(admin.ModelAdmin):
    list_display = ("title", "owner", "version", "updated_at")
    list_select_related = ("owner",)
    search_fields = ("title", "body", "owner__email")
    autocomplete_fields = ("owner",)
    readonly_fields = ("version", "created_at", "updated_at")

    def save_model(self, request: HttpRequest, obj: Note, form: ModelForm, change: bool) -> None:
        """Increment the version, so that an edit that the owner has open does not overwrite this one."""
        if change:
            obj.version = F("version") + 1
        super().save_model(request, obj, form, change)
