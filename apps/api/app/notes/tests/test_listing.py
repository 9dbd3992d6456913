import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from app.accounts.models import User
from app.common import pagination
from app.common.tests.client import ApiClient
from app.common.tests.problems import rejected_fields
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory, note_data

pytestmark = pytest.mark.django_db


def titles(client: ApiClient, **query: Any) -> list[str]:
    return [item["title"] for item in client.get("/api/notes", query).json()["items"]]


def create_notes(owner: User, *names: str) -> None:
    """Create notes whose times are one day apart."""
    for day, name in enumerate(names):
        stored = NoteFactory.create(owner=owner, title=name)
        time = timezone.now() + dt.timedelta(days=day)
        Note.objects.filter(pk=stored.pk).update(created_at=time, updated_at=time)


def test_list_contains_only_the_users_own_notes(api: ApiClient, user: User, other_user: User) -> None:
    create_notes(user, "a")
    create_notes(other_user, "b")
    assert api.get("/api/notes").json()["total"] == 1
    assert titles(api) == ["a"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("title", "äbC"),
        ("-title", "Cbä"),
        ("created_at", "bCä"),
        ("-created_at", "äCb"),
        ("updated_at", "bCä"),
        ("-updated_at", "äCb"),
        (None, "äCb"),
    ],
)
def test_list_is_sorted_as_requested_ignoring_case_and_accents(
    api: ApiClient, user: User, sort: str | None, expected: str
) -> None:
    create_notes(user, "b", "C", "ä")
    query = {} if sort is None else {"sort": sort}
    assert "".join(titles(api, **query)) == expected


def test_pages_contain_every_note_once_even_if_they_sort_equally(api: ApiClient, user: User) -> None:
    NoteFactory.create_batch(7, owner=user)
    Note.objects.update(updated_at=timezone.now())
    pages = [api.get("/api/notes", {"page": page, "page_size": 3}).json() for page in (1, 2, 3, 4)]
    assert [len(page["items"]) for page in pages] == [3, 3, 1, 0]
    assert [page["has_next"] for page in pages] == [True, True, False, False]
    assert {page["total"] for page in pages} == {7}
    assert len({item["id"] for page in pages for item in page["items"]}) == 7


def test_total_is_exact_up_to_the_limit(api: ApiClient, user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    NoteFactory.create_batch(7, owner=user)
    for limit, total in ((7, 7), (6, None)):
        monkeypatch.setattr(pagination, "MAX_TOTAL", limit)
        for page in (1, 3, 4):
            assert api.get("/api/notes", {"page": page, "page_size": 3}).json()["total"] == total


def test_the_number_of_queries_does_not_grow_with_the_data(api: ApiClient, user: User) -> None:
    for size in (2, 5):
        stored = NoteFactory.create_batch(3, owner=user)[0]
        # The session, the user, and the page with its total or the single row.
        for path, count in ((f"?page_size={size}", 4), (f"/{stored.pk}", 3)):
            with CaptureQueriesContext(connection) as queries:
                assert api.get(f"/api/notes{path}").status_code == 200
            assert len(queries) == count


def test_search_finds_notes_that_were_saved_in_bulk_and_edited(api: ApiClient, user: User) -> None:
    stored = NoteFactory.create(owner=user)
    stored.delete()
    Note.objects.bulk_create([stored])
    assert titles(api, search=stored.title) == [stored.title]
    api.send("PUT", f"/api/notes/{stored.pk}", note_data(version=1, title="Title two"))
    assert titles(api, search="Title two") == ["Title two"]


@pytest.mark.parametrize(("field", "text"), [("title", "Title two"), ("body", "Other body.")])
def test_search_finds_text_in_every_text_field_ignoring_case(
    api: ApiClient, user: User, field: str, text: str
) -> None:
    found = NoteFactory.create(owner=user, **{field: text})
    NoteFactory.create(owner=user)
    for search in (text, text.upper(), f" {text} "):
        assert titles(api, search=search) == [found.title]


@pytest.mark.parametrize("search", ["ÄRGER", "ärger", "arger", "ger är"])
def test_search_finds_every_word_in_any_order_ignoring_case_and_accents(
    api: ApiClient, user: User, search: str
) -> None:
    create_notes(user, "Ärger", "arx")
    assert titles(api, search=search) == ["Ärger"]


@pytest.mark.parametrize("character", ["%", "_", "\\", "'", '"', ".", "("])
def test_search_treats_special_characters_literally(api: ApiClient, user: User, character: str) -> None:
    create_notes(user, f"a{character}b", "axb")
    assert titles(api, search=f"a{character}") == [f"a{character}b"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page", "0"),
        ("page", "x"),
        ("page", "100001"),
        ("page", "9" * 5000),
        ("page_size", "0"),
        ("page_size", "101"),
        ("sort", "owner"),
        ("sort", "owner__password"),
        ("search", "x" * 201),
        ("search", "a\0b"),
        ("serach", "milk"),
    ],
)
def test_invalid_query_parameters_are_rejected_by_name(api: ApiClient, name: str, value: str) -> None:
    assert rejected_fields(api.get("/api/notes", {name: value})).keys() == {name}
