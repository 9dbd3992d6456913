import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from config import openapi
from config.environment import BASE_DIR


@pytest.fixture(scope="module")
def document() -> Any:
    return json.loads(openapi.text())


def references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
        return own.union(*(references(value) for value in node.values()))
    return set().union(*(references(item) for item in node)) if isinstance(node, list) else set()


def test_two_products_without_a_database_export_the_same_bytes(tmp_path: Path) -> None:
    environ = {
        "PATH": os.environ["PATH"],
        "APP_ENVIRONMENT": "build",
        "DATABASE_URL": "postgres://nowhere/none",
    }
    exported = []
    for seed, name in (("1", "first"), ("2", "data-mill")):
        path = tmp_path / name / "openapi.json"
        product = {"PYTHONHASHSEED": seed, "APP_NAME": name, "APP_TITLE": name.title()}
        command = (sys.executable, "manage.py", "export_openapi", str(path))
        subprocess.run(command, cwd=BASE_DIR, env={**environ, **product}, check=True)
        exported.append(path.read_bytes())
    assert exported[0] == exported[1] == openapi.text().encode()
    assert exported[0].endswith(b"}\n")


def test_keys_are_sorted(document: Any) -> None:
    assert openapi.text() == json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def test_the_served_document_is_the_exported_one(client: Any) -> None:
    response = client.get("/api/openapi.json")
    assert response["Content-Type"] == "application/json"
    assert response.content.decode() == openapi.text()


def test_every_operation_has_a_readable_and_unique_id(document: Any) -> None:
    ids = [operation["operationId"] for item in document["paths"].values() for operation in item.values()]
    assert len(ids) == len(set(ids))
    health = {"getLiveness", "getReadiness", "getSystem"}
    accounts = {"getSession", "signIn", "signUp", "signOut", "reauthenticate", "changePassword"}
    assert set(ids) >= health | accounts | {"getAuthConfiguration"}
    assert all(name.isalnum() and name[0].islower() for name in ids)


def test_allauths_paths_are_those_of_this_installation(document: Any) -> None:
    paths = {path for path in document["paths"] if path.startswith("/api/auth/")}
    assert {f"/api/auth/browser/v1/auth/{name}" for name in ("session", "login", "signup")} <= paths
    assert not [p for p in paths if "/app/" in p or "phone" in p or "token" in p or "{client}" in p]
    assert "X-Session-Token" not in openapi.text()
    signup = document["components"]["schemas"]["BaseSignup"]
    assert (signup["properties"].keys(), signup["required"]) == ({"email"}, ["email"])


def test_all_references_can_be_resolved(document: Any) -> None:
    assert references(document)
    for reference in references(document):
        node = document
        for name in reference.removeprefix("#/").split("/"):
            assert name in node, reference
            node = node[name]


def test_problems_have_their_media_type(document: Any) -> None:
    for path, item in document["paths"].items():
        for response in (r for operation in item.values() for r in operation["responses"].values()):
            for media_type, content in response.get("content", {}).items():
                problem = content["schema"].get("$ref", "").endswith(("Problem", "Conflict"))
                assert problem == (media_type == "application/problem+json"), path


def test_a_name_that_is_used_twice_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    schemas = {"components.schemas": {"System": True}}
    monkeypatch.setattr("config.openapi.accounts.specification", lambda: schemas)
    with pytest.raises(ValueError, match="System"):
        openapi.document()
