import uuid

from django.conf import settings
from django.db import models


class Export(models.Model):
    """The file with a user's data, and the job that writes it. A user has one export at most."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    job = models.UUIDField()
    # In the database, because the worker and the replicas of the API share no disk.
    file = models.BinaryField(null=True)
    size = models.PositiveIntegerField(null=True)
    is_too_large = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.pk)
