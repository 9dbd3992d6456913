"""The OpenAPI document of the whole API: our own operations, and allauth's for sign-in."""

import json
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from pydantic.json_schema import models_json_schema

from app.accounts import openapi as accounts
from app.common import problems
from config.api import api

Document = dict[str, Any]
API_ROOT = "/api/"
SCHEMAS = "#/components/schemas/"


def document() -> Document:
    """Build the document; needs neither a database nor a request.

    Raises:
        ValueError: when both parts name the same thing.
    """
    # Through JSON once: ninja's own dict classes become plain ones.
    whole: Document = json.loads(json.dumps(api.get_openapi_schema(path_prefix=API_ROOT)))
    _describe_problems(whole)
    _mark_problems(whole)
    for section, entries in accounts.specification().items():
        _merge(whole, section, entries)
    return whole


@lru_cache(maxsize=1)
def text() -> str:
    """The document as it is committed and served: the same bytes for the same API."""
    return json.dumps(document(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _describe_problems(whole: Document) -> None:
    """Sign-in refers to them, whether an operation of our own does or not."""
    _, described = models_json_schema(
        [(problems.Problem, "serialization"), (problems.ValidationProblem, "serialization")],
        ref_template=SCHEMAS + "{model}",
    )
    for name, schema in described["$defs"].items():
        whole["components"]["schemas"].setdefault(name, schema)


def _mark_problems(whole: Document) -> None:
    """Ninja knows one media type for every answer; problems have their own."""
    for item in whole["paths"].values():
        for operation in item.values():
            for status, answer in operation["responses"].items():
                content = answer.get("content", {})
                if int(status) >= HTTPStatus.BAD_REQUEST and _is_problem(whole, content):
                    answer["content"] = {problems.MEDIA_TYPE: content["application/json"]}


def _is_problem(whole: Document, content: Document) -> bool:
    reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    schema = whole["components"]["schemas"].get(reference.rpartition("/")[2], {})
    return set(problems.Problem.model_fields) <= set(schema.get("properties", {}))


def _merge(whole: Document, section: str, entries: Document) -> None:
    target = whole
    for name in section.split("."):
        target = target.setdefault(name, {})
    if doubled := target.keys() & entries.keys():
        message = f"{section}: named by allauth and by us: {', '.join(sorted(doubled))}"
        raise ValueError(message)
    target.update(entries)
