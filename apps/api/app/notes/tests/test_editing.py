import uuid

import pytest

from app.accounts.models import User
from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory, note_data

pytestmark = pytest.mark.django_db
NOTES = "/api/notes"


def test_create_saves_a_note_of_the_signed_in_user(api: ApiClient, user: User) -> None:
    data = note_data()
    response = api.send("POST", NOTES, data)
    assert response.status_code == 201
    created = response.json()
    stored = Note.objects.get()
    assert (stored.owner_id, stored.version) == (user.pk, 1)
    assert created.keys() == {"id", "title", "body", "version", "created_at", "updated_at"}
    assert created["title"] == data["title"]
    assert created["body"] == data["body"]
    assert api.get(f"{NOTES}/{stored.pk}").json() == created


def test_optional_fields_can_be_omitted(api: ApiClient) -> None:
    data = note_data()
    del data["body"]
    created = api.send("POST", NOTES, data).json()
    assert created["body"] == ""


@pytest.mark.parametrize(
    "text", ["žluťoučký kůň", "👩‍👩‍👧", "<script>alert(1)</script>", "'; DROP TABLE x;--"]
)
def test_text_is_stored_as_entered_except_for_surrounding_whitespace(api: ApiClient, text: str) -> None:
    created = api.send("POST", NOTES, note_data(title=f"  {text}\n")).json()
    assert api.get(f"{NOTES}/{created['id']}").json()["title"] == text


def test_update_saves_the_changes_and_increments_the_version(api: ApiClient, user: User) -> None:
    original = NoteFactory.create(owner=user)
    changes = {"title": "Title two", "body": "Other body."}
    response = api.send("PUT", f"{NOTES}/{original.pk}", note_data(version=1, **changes))
    assert response.status_code == 200
    saved = response.json()
    assert {name: saved[name] for name in changes} == changes
    assert saved["version"] == 2
    stored = Note.objects.get()
    assert stored.version == 2
    assert stored.updated_at > original.updated_at
    assert stored.created_at == original.created_at


@pytest.mark.parametrize("version", [2, 9])
def test_update_of_another_version_is_rejected_with_the_stored_note(
    api: ApiClient, user: User, version: int
) -> None:
    stored = NoteFactory.create(owner=user, version=3)
    response = api.send("PUT", f"{NOTES}/{stored.pk}", note_data(version=version, title="Title two"))
    conflict = assert_problem(response, 409)
    assert conflict["type"] == "urn:problem-type:app:stale-version"
    assert conflict["current"] == api.get(f"{NOTES}/{stored.pk}").json()
    assert conflict["current"]["title"] == stored.title

    retry = note_data(version=conflict["current"]["version"], title="Title two")
    assert api.send("PUT", f"{NOTES}/{stored.pk}", retry).json()["version"] == 4


def test_delete_removes_the_note(api: ApiClient, user: User) -> None:
    stored = NoteFactory.create(owner=user)
    response = api.send("DELETE", f"{NOTES}/{stored.pk}")
    assert (response.status_code, response.content) == (204, b"")
    assert not Note.objects.exists()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_note_of_another_user_looks_like_one_that_does_not_exist(
    api: ApiClient, other_user: User, method: str
) -> None:
    stored = NoteFactory.create(owner=other_user)
    payload = note_data(version=1) if method == "PUT" else None
    problems = [
        assert_problem(api.send(method, f"{NOTES}/{note_id}", payload), 404) | {"request_id": ""}
        for note_id in (stored.pk, uuid.uuid4())
    ]
    assert problems[0] == problems[1]
    assert Note.objects.get().version == 1


@pytest.mark.parametrize(
    ("method", "path"), [("GET", NOTES), ("POST", NOTES), ("GET", f"{NOTES}/{uuid.uuid4()}")]
)
def test_anonymous_requests_are_rejected(anonymous: ApiClient, method: str, path: str) -> None:
    payload = note_data() if method == "POST" else None
    assert_problem(anonymous.send(method, path, payload), 401)
    assert not Note.objects.exists()
