import pytest

from app.accounts.models import User
from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem
from app.notes.tests.factories import NoteFactory, note_data

pytestmark = pytest.mark.django_db


def test_a_change_in_the_admin_rejects_the_edit_that_the_owner_has_open(api: ApiClient, user: User) -> None:
    stored = NoteFactory.create(owner=user)
    User.objects.filter(pk=user.pk).update(is_staff=True, is_superuser=True)
    form = {
        "owner": user.pk,
        "title": "Title two",
        "body": "Other body.",
        "csrfmiddlewaretoken": api.csrf_token(),
    }
    assert api.post(f"/admin/notes/note/{stored.pk}/change/", form).status_code == 302

    response = api.send("PUT", f"/api/notes/{stored.pk}", note_data(version=1))
    current = assert_problem(response, 409)["current"]
    assert (current["title"], current["version"]) == ("Title two", 2)
    assert api.get("/api/notes", {"search": "Title two"}).json()["total"] == 1
