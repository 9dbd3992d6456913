"""allauth's own specification of its headless API, cut to what this installation answers."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

import yaml
from allauth.headless import spec
from allauth.headless.spec.internal import schema
from django.urls import resolve, reverse

from app.common.problems import MEDIA_TYPE

Document = dict[str, Any]
SESSION_PARAMETER = "#/components/parameters/SessionToken"

TOO_MANY_TRIES = {
    "description": HTTPStatus.TOO_MANY_REQUESTS.phrase,
    "headers": {
        "Retry-After": {"description": "Seconds until the next try.", "schema": {"type": "integer"}},
    },
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def specification() -> dict[str, Document]:
    """The parts to merge into a document, by section (`paths`, `components.schemas`, ...)."""
    whole = _of_this_installation()
    parts = {"paths": whole["paths"]}
    for section, names in _used(whole).items():
        parts[f"components.{section}"] = {n: whole["components"][section][n] for n in sorted(names)}
    # Last: it refers to a component of our own.
    _add_rate_limits(parts["paths"])
    return parts


def _of_this_installation() -> Document:
    """What `schema.get_schema` does, without the public address that it takes the real paths from."""
    text = (Path(spec.__file__).parent / "doc/openapi.yaml").read_bytes()
    # Ten times as fast where PyYAML has it: the first reader of /api/openapi.json waits for this.
    whole: Document = yaml.load(text, yaml.CSafeLoader) if yaml.__with_libyaml__ else yaml.safe_load(text)
    root = reverse("headless:browser:config").removesuffix("/browser/v1/config")
    paths = ((path.replace("/_allauth", root), item) for path, item in whole["paths"].items())
    client = "{client}"
    whole["paths"] = {path: item for path, item in paths if _answers(path.replace(client, "browser"))}
    schema.specify_user(whole)
    schema.pin_client(whole)
    schema.drop_unused_client_parameter(whole)
    _drop_session_token(whole)
    schema.specify_signup_fields(whole)
    schema.specify_custom_signup_form(whole)
    return whole


def _answers(path: str) -> bool:
    # Every other address under /api/ resolves too, to the view that says there is nothing.
    return "headless" in resolve(path).app_names


def _drop_session_token(whole: Document) -> None:
    # For clients without cookies, which this installation does not answer.
    for item in whole["paths"].values():
        for operation in item.values():
            given = operation.get("parameters", [])
            operation["parameters"] = [p for p in given if p.get("$ref") != SESSION_PARAMETER]


def _add_rate_limits(paths: Document) -> None:
    # allauth's document leaves them out where they are met: whatever takes a password is limited.
    for item in paths.values():
        if "post" in item:
            item["post"]["responses"]["429"] = TOO_MANY_TRIES


def _used(whole: Document) -> dict[str, set[str]]:
    """Names of the components that the paths need, directly or through others."""
    used: dict[str, set[str]] = {}
    waiting: list[Any] = [whole["paths"]]
    while waiting:
        for reference in _references(waiting.pop()):
            section, name = reference.removeprefix("#/components/").split("/")
            if name not in used.setdefault(section, set()):
                used[section].add(name)
                waiting.append(whole["components"][section][name])
    return used


def _references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for item in node for found in _references(item)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
    return own + [found for value in node.values() for found in _references(value)]
