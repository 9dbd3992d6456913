from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from pytest_django import DjangoAssertNumQueries

from app.accounts.models import User
from app.notes import services
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory

WRITERS = 8


@pytest.mark.django_db(transaction=True)
def test_saves_exactly_one_of_many_edits_of_one_version(person: User) -> None:
    note = NoteFactory.create(owner=person)
    together = Barrier(WRITERS)

    def edit(number: int) -> bool:
        together.wait(timeout=10)
        try:
            services.update_note(
                owner_id=person.pk, note_id=note.pk, title=f"Edit {number}", body="", version=1
            )
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
    assert (stored.version, stored.title) == (2, f"Edit {saved.index(True)}")


@pytest.mark.django_db
def test_compares_and_changes_in_one_statement(
    person: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    note = NoteFactory.create(owner=person)
    with django_assert_num_queries(4) as captured:
        services.update_note(owner_id=person.pk, note_id=note.pk, title="New", body="", version=1)
    (update,) = [query["sql"] for query in captured if query["sql"].startswith("UPDATE")]
    assert '"version" = 1' in update.partition("WHERE")[2]
