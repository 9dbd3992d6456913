from typing import Any

import pytest

from app.accounts.models import User
from app.common.tests.client import ApiClient
from app.common.tests.problems import assert_problem, rejected_fields
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory, note_data

pytestmark = pytest.mark.django_db
NOTES = "/api/notes"

INVALID_FIELDS: list[tuple[str, Any, str]] = [
    ("title", None, "string_type"),
    ("title", 5, "string_type"),
    ("title", "", "string_too_short"),
    ("title", " \t\n\u00a0", "string_too_short"),
    ("title", "x" * 201, "string_too_long"),
    ("title", "\0", "value_error"),
    ("body", None, "string_type"),
    ("body", 5, "string_type"),
    ("body", "x" * 20_001, "string_too_long"),
    ("body", "\0", "value_error"),
    ("colour", "red", "extra_forbidden"),
    ("owner_id", 1, "extra_forbidden"),
    ("id", "6f2b", "extra_forbidden"),
]
INVALID_VERSIONS: list[tuple[str, Any, str]] = [
    ("version", None, "int_type"),
    ("version", "1", "int_type"),
    ("version", True, "int_type"),
    ("version", 1.0, "int_type"),
    ("version", 0, "greater_than_equal"),
    ("version", 2**31, "less_than_equal"),
]


@pytest.mark.parametrize(("field", "value", "code"), INVALID_FIELDS)
def test_create_rejects_an_invalid_field_and_saves_nothing(
    api: ApiClient, field: str, value: Any, code: str
) -> None:
    assert rejected_fields(api.send("POST", NOTES, note_data(**{field: value}))) == {field: code}
    assert not Note.objects.exists()


@pytest.mark.parametrize(("field", "value", "code"), INVALID_FIELDS + INVALID_VERSIONS)
def test_update_rejects_an_invalid_field_and_saves_nothing(
    api: ApiClient, user: User, field: str, value: Any, code: str
) -> None:
    stored = NoteFactory.create(owner=user)
    before = Note.objects.values().get()
    data = note_data(**{"version": 1, field: value})
    assert rejected_fields(api.send("PUT", f"{NOTES}/{stored.pk}", data)) == {field: code}
    assert Note.objects.values().get() == before


def test_missing_fields_are_listed(api: ApiClient, user: User) -> None:
    stored = NoteFactory.create(owner=user)
    assert rejected_fields(api.send("POST", NOTES, {})).keys() == {"title"}
    missing = rejected_fields(api.send("PUT", f"{NOTES}/{stored.pk}", {}))
    assert missing == dict.fromkeys(["title", "body", "version"], "missing")


def test_changes_without_the_csrf_token_are_rejected(api: ApiClient, user: User) -> None:
    stored = NoteFactory.create(owner=user)
    url = f"{NOTES}/{stored.pk}"
    for method, path in [("POST", NOTES), ("PUT", url), ("DELETE", url)]:
        problem = assert_problem(api.send(method, path, note_data(), **{"X-CSRFToken": ""}), 403)
        assert problem["type"] == "urn:problem-type:app:csrf"
    assert Note.objects.get().version == 1


@pytest.mark.parametrize("note_id", ["x", "1", "00000000-0000-0000-0000-00000000000g", "%00"])
def test_an_id_that_is_not_a_uuid_is_not_found(api: ApiClient, note_id: str) -> None:
    assert_problem(api.get(f"{NOTES}/{note_id}"), 404)
