"""A note belongs to one person and counts its versions."""

import uuid

from django.conf import settings
from django.db import models

TITLE_MAXIMUM = 200
BODY_MAXIMUM = 20_000


class Note(models.Model):
    """A title and a text."""

    # Random, so that an address says nothing about how many notes there are.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=TITLE_MAXIMUM)
    body = models.TextField(blank=True, max_length=BODY_MAXIMUM)
    # Goes up by one with every edit; an edit names the version that it was made from.
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        """The order of the list that people see first, with an index that serves it."""

        ordering = ("-updated_at", "id")
        indexes = (models.Index(fields=("owner", "-updated_at", "id"), name="note_by_owner_latest"),)

    def __str__(self) -> str:
        """The title."""
        return self.title
