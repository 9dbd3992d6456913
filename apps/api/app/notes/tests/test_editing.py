import uuid
from typing import Any

import pytest
from django.db.models import ProtectedError

from app.accounts.models import User
from app.common.tests.browser import Browser
from app.common.tests.problems import problem
from app.notes import services
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db
NOTES = "/api/notes"


def edit(note: Note, **changes: Any) -> dict[str, Any]:
    return {"title": note.title, "body": note.body, "version": note.version, **changes}


def test_creates_a_note_for_the_person_who_is_signed_in(signed_in: Browser, person: User) -> None:
    response = signed_in.send("POST", NOTES, {"title": "  Milk \n", "body": "  two litres\n"})
    assert response.status_code == 201
    note = Note.objects.get()
    assert (note.owner_id, note.title, note.body, note.version) == (person.pk, "Milk", "  two litres\n", 1)
    assert response.json().keys() == {"id", "title", "body", "version", "created_at", "updated_at"}
    assert signed_in.get(f"{NOTES}/{note.pk}").json() == response.json()


def test_needs_no_text(signed_in: Browser) -> None:
    assert signed_in.send("POST", NOTES, {"title": "Milk"}).json()["body"] == ""


@pytest.mark.parametrize(
    "text", ["žluťoučký kůň", "👩‍👩‍👧", "<script>alert(1)</script>", "'; DROP TABLE notes;--", "a\tb\r\nc"]
)
def test_keeps_a_text_as_it_was_typed(signed_in: Browser, text: str) -> None:
    created = signed_in.send("POST", NOTES, {"title": "Text", "body": text}).json()
    assert signed_in.get(f"{NOTES}/{created['id']}").json()["body"] == text


def test_saves_an_edit_and_counts_the_version(signed_in: Browser, person: User) -> None:
    note = NoteFactory.create(owner=person)
    response = signed_in.send("PUT", f"{NOTES}/{note.pk}", edit(note, title="New", body=""))
    assert response.status_code == 200
    assert (response.json()["title"], response.json()["body"], response.json()["version"]) == ("New", "", 2)
    stored = Note.objects.get()
    assert (stored.title, stored.version) == ("New", 2)
    assert stored.updated_at > note.updated_at
    assert stored.created_at == note.created_at


def test_refuses_an_edit_of_a_stale_version_and_shows_what_is_stored(
    signed_in: Browser, person: User
) -> None:
    note = NoteFactory.create(owner=person)
    signed_in.send("PUT", f"{NOTES}/{note.pk}", edit(note, title="First"))
    response = signed_in.send("PUT", f"{NOTES}/{note.pk}", edit(note, title="Second"))
    conflict = problem(response, 409)
    assert conflict["type"] == "urn:problem-type:app:stale-version"
    assert conflict["current"] == signed_in.get(f"{NOTES}/{note.pk}").json()
    assert conflict["current"]["title"] == "First"


def test_accepts_the_edit_again_on_top_of_the_current_version(signed_in: Browser, person: User) -> None:
    note = NoteFactory.create(owner=person, version=3)
    current = problem(signed_in.send("PUT", f"{NOTES}/{note.pk}", edit(note, version=2)), 409)["current"]
    again = edit(note, title="Second", version=current["version"])
    assert signed_in.send("PUT", f"{NOTES}/{note.pk}", again).json()["version"] == 4


def test_refuses_a_version_that_is_not_there_yet(signed_in: Browser, person: User) -> None:
    note = NoteFactory.create(owner=person)
    problem(signed_in.send("PUT", f"{NOTES}/{note.pk}", edit(note, version=9)), 409)


def test_deletes_a_note_for_good(signed_in: Browser, person: User) -> None:
    note = NoteFactory.create(owner=person)
    response = signed_in.send("DELETE", f"{NOTES}/{note.pk}")
    assert (response.status_code, response.content) == (204, b"")
    problem(signed_in.send("DELETE", f"{NOTES}/{note.pk}"), 404)
    problem(signed_in.get(f"{NOTES}/{note.pk}"), 404)
    problem(signed_in.send("PUT", f"{NOTES}/{note.pk}", edit(note)), 404)


def test_says_that_a_note_stays_while_something_refers_to_it(
    signed_in: Browser, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = NoteFactory.create(owner=person)

    def refuse(**_: Any) -> None:
        raise ProtectedError("a key with PROTECT", {note})

    monkeypatch.setattr(services, "delete_note", refuse)
    conflict = problem(signed_in.send("DELETE", f"{NOTES}/{note.pk}"), 409)
    assert conflict["type"] == "urn:problem-type:app:still-referred-to"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_answers_for_anothers_note_as_for_none(signed_in: Browser, stranger: User, method: str) -> None:
    theirs = NoteFactory.create(owner=stranger, title="Private")
    payload = edit(theirs, title="Mine now") if method == "PUT" else None
    answers = [
        problem(signed_in.send(method, f"{NOTES}/{pk}", payload), 404) | {"request_id": ""}
        for pk in (theirs.pk, uuid.uuid4())
    ]
    assert answers[0] == answers[1]
    assert Note.objects.get().title == "Private"


@pytest.mark.parametrize(
    ("method", "path"), [("GET", NOTES), ("POST", NOTES), ("GET", f"{NOTES}/{uuid.uuid4()}")]
)
def test_asks_people_who_are_not_signed_in_to_sign_in(browser: Browser, method: str, path: str) -> None:
    payload = {"title": "Milk"} if method == "POST" else None
    problem(browser.send(method, path, payload), 401)
    assert not Note.objects.exists()
