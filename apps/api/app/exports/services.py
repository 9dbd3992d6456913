from django.contrib.auth import get_user_model
from django.db import transaction

from app.exports import selectors, tasks
from app.exports.models import Export


@transaction.atomic
def request_export(*, owner_id: int) -> Export:
    """Enqueue the job for an export, which replaces an earlier one. Return a pending one instead."""
    # Locked, so that two requests at the same time give one export.
    get_user_model()._default_manager.select_for_update().get(pk=owner_id)
    current = selectors.find_export(owner_id=owner_id)
    if current and selectors.status_of(current) == "pending":
        return current
    Export.objects.filter(owner_id=owner_id).delete()
    export = Export(owner_id=owner_id)
    export.job = tasks.create_export.enqueue(str(export.pk)).id
    export.save(force_insert=True)
    return export
