import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from config import openapi

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def document() -> Any:
    return json.loads(openapi.text())


def references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
        return own.union(*(references(value) for value in node.values()))
    return set().union(*(references(item) for item in node)) if isinstance(node, list) else set()


def test_is_written_alike_by_two_processes_without_a_database_or_a_secret(tmp_path: Path) -> None:
    environ = {
        "PATH": os.environ["PATH"],
        "APP_ENVIRONMENT": "build",
        "DATABASE_URL": "postgres://nowhere/none",
    }
    texts = []
    for seed in ("1", "2"):
        command = (sys.executable, "manage.py", "export_openapi", str(tmp_path / seed / "openapi.json"))
        subprocess.run(command, cwd=ROOT, env={**environ, "PYTHONHASHSEED": seed}, check=True)
        texts.append((tmp_path / seed / "openapi.json").read_bytes())
    assert texts[0] == texts[1] == openapi.text().encode()
    assert texts[0].endswith(b"}\n")


def test_is_sorted_so_that_a_change_shows_where_it_is(document: Any) -> None:
    assert openapi.text() == json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def test_is_the_document_that_is_served(client: Any) -> None:
    response = client.get("/api/openapi.json")
    assert response["Content-Type"] == "application/json"
    assert response.content.decode() == openapi.text()


def test_names_every_operation_of_our_own(document: Any) -> None:
    names = {
        operation["operationId"]
        for path, item in document["paths"].items()
        for operation in item.values()
        if not path.startswith("/api/auth/")
    }
    notes = {"listNotes", "createNote", "getNote", "updateNote", "deleteNote"}
    # A resource that was generated brings its own.
    assert names >= notes | {"livez", "readyz", "getSystem"}


def test_has_sign_in_under_its_real_addresses_and_nothing_that_is_switched_off(document: Any) -> None:
    paths = {path for path in document["paths"] if path.startswith("/api/auth/")}
    assert {f"/api/auth/browser/v1/auth/{name}" for name in ("session", "login", "signup")} <= paths
    assert not [p for p in paths if "/app/" in p or "2fa" in p or "provider" in p or "{client}" in p]
    assert "X-Session-Token" not in openapi.text()
    signup = document["components"]["schemas"]["BaseSignup"]
    assert (signup["properties"].keys(), signup["required"]) == ({"email"}, ["email"])


def test_has_every_part_that_it_refers_to(document: Any) -> None:
    assert references(document)
    for reference in references(document):
        node = document
        for name in reference.removeprefix("#/").split("/"):
            assert name in node, reference
            node = node[name]


def test_says_problem_json_wherever_a_problem_is_answered(document: Any) -> None:
    update = document["paths"]["/api/notes/{note_id}"]["put"]["responses"]
    assert {
        status for status, answer in update.items() if "application/problem+json" in answer["content"]
    } == {
        "400",
        "401",
        "403",
        "404",
        "409",
        "415",
        "422",
    }
    assert update["200"]["content"].keys() == {"application/json"}
    ready = document["paths"]["/api/readyz"]["get"]["responses"]
    assert ready["503"]["content"].keys() == {"application/json"}


def test_refuses_to_name_one_thing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.openapi.accounts.specification", lambda: {"components.schemas": {"Note": {}}})
    with pytest.raises(ValueError, match="Note"):
        openapi.document()
