"""Notes of the development database: enough for a second page, with everything that a list has to bear."""

import uuid
from datetime import UTC, datetime, timedelta

from app.notes.models import TITLE_MAXIMUM, Note

_LATEST = datetime(2026, 1, 31, 12, tzinfo=UTC)
_NAMESPACE = uuid.UUID("6f0d1f5e-3c0a-4b52-9a46-0f6a8f5a7c11")

_SPECIAL = (
    ("Welcome", "This note was made by `npx nx seed api`. Edit it: seeding again leaves your edit alone."),
    ("A title as long as a title may be ".ljust(TITLE_MAXIMUM, "·"), ""),
    ("Ünïcödé, 日本語, العربية and 🎉", "Text from right to left: مرحبا"),
    ('<b>No markup</b> & no "quotes"', "<script>alert('never')</script>"),
    ("Many lines", "\n".join(f"Line {number}" for number in range(1, 61))),
)
_PLAIN = tuple((f"Note {number:02}", f"The text of note {number}.") for number in range(1, 36))


def seed(*, owner_id: int) -> int:
    """Make the notes that are missing.

    Args:
        owner_id: whose notes they are.

    Returns:
        How many were made.
    """
    made = 0
    for position, (title, body) in enumerate((*_SPECIAL, *_PLAIN)):
        key = uuid.uuid5(_NAMESPACE, f"{owner_id} {position}")
        note, is_new = Note.objects.get_or_create(
            pk=key, defaults={"owner_id": owner_id, "title": title, "body": body}
        )
        if is_new:
            # An update, since saving writes the time of now.
            moment = _LATEST - timedelta(hours=7 * position)
            Note.objects.filter(pk=note.pk).update(created_at=moment, updated_at=moment)
        made += is_new
    return made
