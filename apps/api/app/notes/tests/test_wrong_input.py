"""Whatever a client sends: a problem that says what is wrong, and nothing half saved."""

from typing import Any

import pytest

from app.accounts.models import User
from app.common.tests.browser import Browser
from app.common.tests.problems import fields, problem
from app.notes.models import Note
from app.notes.tests.factories import NoteFactory

pytestmark = pytest.mark.django_db
NOTES = "/api/notes"
GOOD = {"title": "Milk", "body": "two litres"}

WRONG_FIELDS: list[tuple[dict[str, Any], str, str]] = [
    ({"title": None}, "title", "string_type"),
    ({"title": 5}, "title", "string_type"),
    ({"title": ["Milk"]}, "title", "string_type"),
    ({"title": ""}, "title", "string_too_short"),
    ({"title": " \t\n\u00a0\u2003"}, "title", "string_too_short"),
    ({"title": "x" * 201}, "title", "string_too_long"),
    ({"title": "a\0b"}, "title", "value_error"),
    ({"body": None}, "body", "string_type"),
    ({"body": {"text": "x"}}, "body", "string_type"),
    ({"body": "x" * 20_001}, "body", "string_too_long"),
    ({"body": "a\0b"}, "body", "value_error"),
    ({"colour": "red"}, "colour", "extra_forbidden"),
    ({"owner_id": 1}, "owner_id", "extra_forbidden"),
    ({"id": "6f2b"}, "id", "extra_forbidden"),
]
WRONG_VERSIONS: list[tuple[Any, str]] = [
    (None, "int_type"),
    ("1", "int_type"),
    (True, "int_type"),
    (1.0, "int_type"),
    (0, "greater_than_equal"),
    (2**31, "less_than_equal"),
    (10**30, "less_than_equal"),
]


@pytest.mark.parametrize(("wrong", "field", "code"), WRONG_FIELDS)
def test_refuses_a_new_note_and_names_the_field(
    signed_in: Browser, wrong: dict[str, Any], field: str, code: str
) -> None:
    assert fields(signed_in.send("POST", NOTES, {**GOOD, **wrong})) == {field: code}
    assert not Note.objects.exists()


@pytest.mark.parametrize(("wrong", "field", "code"), WRONG_FIELDS)
def test_refuses_an_edit_and_leaves_the_note_as_it_was(
    signed_in: Browser, person: User, wrong: dict[str, Any], field: str, code: str
) -> None:
    note = NoteFactory.create(owner=person)
    response = signed_in.send("PUT", f"{NOTES}/{note.pk}", {**GOOD, "version": 1, **wrong})
    assert fields(response) == {field: code}
    assert Note.objects.values().get() == Note.objects.values().get(pk=note.pk, title=note.title, version=1)


@pytest.mark.parametrize(("version", "code"), WRONG_VERSIONS)
def test_refuses_a_version_that_is_none(signed_in: Browser, person: User, version: Any, code: str) -> None:
    note = NoteFactory.create(owner=person)
    response = signed_in.send("PUT", f"{NOTES}/{note.pk}", {**GOOD, "version": version})
    assert fields(response) == {"version": code}


def test_names_every_wrong_field_at_once(signed_in: Browser) -> None:
    response = signed_in.send("POST", NOTES, {"title": "", "body": 5, "colour": "red"})
    assert fields(response).keys() == {"title", "body", "colour"}


@pytest.mark.parametrize(
    ("title", "message"),
    [("  ", "Write something here."), ("x" * 201, "Write at most 200 characters.")],
)
def test_tells_a_person_what_to_write(signed_in: Browser, title: str, message: str) -> None:
    body = problem(signed_in.send("POST", NOTES, {"title": title, "body": ""}), 422)
    assert [error["message"] for error in body["errors"]] == [message]


def test_names_the_fields_that_are_missing(signed_in: Browser, person: User) -> None:
    note = NoteFactory.create(owner=person)
    assert fields(signed_in.send("POST", NOTES, {})) == {"title": "missing"}
    assert fields(signed_in.send("PUT", f"{NOTES}/{note.pk}", {})).keys() == {"title", "body", "version"}


@pytest.mark.parametrize("payload", [[], "text", 5, True, [GOOD]])
def test_refuses_json_that_is_no_object(signed_in: Browser, payload: Any) -> None:
    assert fields(signed_in.send("POST", NOTES, payload)).keys() == {"body"}


def test_refuses_an_empty_body(signed_in: Browser) -> None:
    body = problem(signed_in.send("POST", NOTES), 400)
    assert "errors" not in body
    assert "JSON" in body["detail"]


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_refuses_a_body_that_is_not_declared_as_json(signed_in: Browser, content_type: str) -> None:
    problem(signed_in.send_raw("POST", NOTES, b'{"title": "Milk"}', content_type), 415)
    assert not Note.objects.exists()


def test_takes_json_with_its_charset_declared(signed_in: Browser) -> None:
    response = signed_in.send_raw("POST", NOTES, b'{"title": "Milk"}', "application/json; charset=utf-8")
    assert response.status_code == 201


def test_refuses_a_change_without_the_csrf_token(signed_in: Browser, person: User) -> None:
    note = NoteFactory.create(owner=person)
    for method, path in [("POST", NOTES), ("PUT", f"{NOTES}/{note.pk}"), ("DELETE", f"{NOTES}/{note.pk}")]:
        body = problem(signed_in.send(method, path, {**GOOD, "version": 1}, **{"X-CSRFToken": ""}), 403)
        assert body["type"] == "urn:problem-type:app:csrf"
    assert Note.objects.get().version == 1


@pytest.mark.parametrize("note_id", ["x", "1", "6f2b8f0e", "00000000-0000-0000-0000-00000000000g", "%00"])
def test_answers_for_an_id_that_is_none_as_for_an_unknown_one(signed_in: Browser, note_id: str) -> None:
    problem(signed_in.get(f"{NOTES}/{note_id}"), 404)
