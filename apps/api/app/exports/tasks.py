from django.conf import settings
from django.db import transaction
from django_tasks import task

from app.common import mail
from app.exports import archive, selectors
from app.exports.models import Export


@task()
def create_export(export_id: str) -> None:
    """Write the file of an export. Do nothing if the account or a newer export has replaced it."""
    export = Export.objects.select_related("owner").filter(pk=export_id, size=None).first()
    if export is None:
        return
    rows = Export.objects.filter(pk=export.pk, size=None)
    try:
        file = archive.build(owner_id=export.owner_id)
    except archive.TooLargeError:
        rows.update(is_too_large=True)
        return
    with transaction.atomic():
        # False if it was deleted meanwhile, or if another worker was faster.
        is_stored = rows.update(file=file, size=len(file))
        if is_stored and settings.SENDS_MAIL:
            subject = f"{settings.EMAIL_SUBJECT_PREFIX}Your data is ready"
            context = {"account_url": f"{settings.ENVIRONMENT.address}/account", "days": selectors.KEPT.days}
            mail.compose("exports/ready.txt", subject, [export.owner.email], context).send()


@task()
def delete_expired_exports() -> None:
    Export.objects.exclude(pk__in=selectors.kept_exports().values("pk")).delete()
