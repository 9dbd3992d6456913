import uuid

from django.conf import settings
from django.db import models

from app.common.folding import FoldedField, TrigramIndex

TITLE_MAX_LENGTH = 200
BODY_MAX_LENGTH = 20_000


class Note(models.Model):
    # Random, so that a URL does not reveal how many notes exist.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=TITLE_MAX_LENGTH)
    body = models.TextField(max_length=BODY_MAX_LENGTH, blank=True)
    search_text = FoldedField("title", "body")
    sort_key = FoldedField("title", max_length=200)
    # Incremented by every edit. An edit is rejected if it is based on an older version.
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-updated_at", "id")
        # For the default order of the list, the order by title, and the search.
        indexes = (
            models.Index(fields=("owner", "-updated_at", "id"), name="note_by_owner_latest"),
            models.Index(fields=("owner", "sort_key", "id")),
            TrigramIndex(fields=("search_text",)),
        )

    def __str__(self) -> str:
        return self.title
