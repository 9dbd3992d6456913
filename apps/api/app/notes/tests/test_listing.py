from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from app.accounts.models import User
from app.common.tests.browser import Browser
from app.common.tests.problems import fields
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db


def titles(browser: Browser, **query: Any) -> list[str]:
    return [note["title"] for note in browser.get("/api/notes", query).json()["items"]]


def write(owner: User, *names: str) -> None:
    """Write notes, each a day after the one before."""
    for day, title in enumerate(names):
        note = NoteFactory.create(owner=owner, title=title, body="")
        then = timezone.now() + timedelta(days=day)
        Note.objects.filter(pk=note.pk).update(created_at=then, updated_at=then)


def test_lists_nobody_elses_notes(signed_in: Browser, person: User, stranger: User) -> None:
    write(person, "mine")
    write(stranger, "theirs")
    assert signed_in.get("/api/notes").json()["total"] == 1
    assert titles(signed_in) == ["mine"]
    assert titles(signed_in, search="their") == []


def test_shows_the_latest_edit_first(signed_in: Browser, person: User) -> None:
    write(person, "old", "new")
    assert titles(signed_in) == ["new", "old"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("title", "abC"),
        ("-title", "Cba"),
        ("created_at", "bCa"),
        ("-created_at", "aCb"),
        ("updated_at", "bCa"),
        ("-updated_at", "aCb"),
    ],
)
def test_sorts_as_asked_whatever_the_case(signed_in: Browser, person: User, sort: str, expected: str) -> None:
    write(person, "b", "C", "a")
    assert "".join(titles(signed_in, sort=sort)) == expected


def test_shows_every_note_once_over_all_pages_though_they_sort_alike(
    signed_in: Browser, person: User
) -> None:
    for _ in range(7):
        NoteFactory.create(owner=person, title="same")
    pages = [
        signed_in.get("/api/notes", {"sort": "title", "page": page, "page_size": 3}).json()
        for page in (1, 2, 3, 4)
    ]
    assert [len(page["items"]) for page in pages] == [3, 3, 1, 0]
    assert {page["total"] for page in pages} == {7}
    assert len({note["id"] for page in pages for note in page["items"]}) == 7


@pytest.mark.parametrize("search", ["milk", "MILK", " milk ", "two"])
def test_finds_words_in_title_and_text_whatever_their_case(
    signed_in: Browser, person: User, search: str
) -> None:
    NoteFactory.create(owner=person, title="Milk", body="Two litres")
    NoteFactory.create(owner=person, title="Bread", body="")
    assert titles(signed_in, search=search) == ["Milk"]


@pytest.mark.parametrize("search", ["ÄRGER", "ärger"])
def test_finds_words_beyond_english_whatever_their_case(
    signed_in: Browser, person: User, search: str
) -> None:
    NoteFactory.create(owner=person, title="Ärger", body="")
    assert titles(signed_in, search=search) == ["Ärger"]


@pytest.mark.parametrize("search", ["%", "_", "\\", "'", '"'])
def test_takes_signs_of_the_database_as_they_are(signed_in: Browser, person: User, search: str) -> None:
    NoteFactory.create(owner=person, title=f"a{search}b", body="")
    NoteFactory.create(owner=person, title="axb", body="")
    assert titles(signed_in, search=search) == [f"a{search}b"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page", "0"),
        ("page", "-1"),
        ("page", "x"),
        ("page", "1.5"),
        ("page", "100001"),
        ("page", "9" * 30),
        ("page", "9" * 5000),
        ("page_size", "0"),
        ("page_size", "101"),
        ("sort", "owner"),
        ("sort", "owner__password"),
        ("sort", "?"),
        ("search", "x" * 201),
        ("search", "a\0b"),
        ("serach", "milk"),
    ],
)
def test_refuses_a_query_that_makes_no_sense_and_names_the_field(
    signed_in: Browser, name: str, value: str
) -> None:
    assert fields(signed_in.get("/api/notes", {name: value})).keys() == {name}
