from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from app.accounts.models import User
from app.notes import services
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory

WRITERS = 8


def update_title(original: Note, title: str) -> None:
    services.update_note(
        owner_id=original.owner_id, note_id=original.pk, version=1, title=title, body=original.body
    )


@pytest.mark.django_db(transaction=True)
def test_only_one_of_several_concurrent_edits_is_saved(user: User) -> None:
    original = NoteFactory.create(owner=user)
    start = Barrier(WRITERS)

    def edit(number: int) -> bool:
        start.wait(timeout=10)
        try:
            update_title(original, str(number))
        except services.StaleNoteError:
            return False
        else:
            return True
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        saved = list(pool.map(edit, range(WRITERS)))
    stored = Note.objects.get()
    assert saved.count(True) == 1
    assert (stored.version, stored.title) == (2, str(saved.index(True)))
