import pytest

from app.accounts.models import User
from app.common.tests.browser import Browser
from app.common.tests.problems import problem
from app.notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db


def test_keeps_an_owners_open_edit_from_overwriting_what_staff_changed(
    signed_in: Browser, person: User
) -> None:
    note = NoteFactory.create(owner=person)
    User.objects.filter(pk=person.pk).update(is_staff=True, is_superuser=True)
    token = signed_in.csrf_token()
    form = {"owner": person.pk, "title": "By staff", "body": "", "csrfmiddlewaretoken": token}
    assert signed_in.post(f"/admin/notes/note/{note.pk}/change/", form).status_code == 302
    edit = {"title": "By the owner", "body": "", "version": 1}
    current = problem(signed_in.send("PUT", f"/api/notes/{note.pk}", edit), 409)["current"]
    assert (current["title"], current["version"]) == ("By staff", 2)
