"""The OpenAPI document: the operations of this API and allauth's.

Nothing in it depends on the product's name, so that two products' documents differ by their operations only.
"""

import json
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from pydantic.json_schema import models_json_schema

from app.accounts import openapi as accounts
from app.common import problems
from config.api import api

Document = dict[str, Any]
SCHEMAS = "#/components/schemas/"


def document() -> Document:
    """Build the document, without a database or a request.

    Raises:
        ValueError: allauth and this API use the same name for different things.
    """
    # The round trip through JSON converts Ninja's own dict classes.
    whole: Document = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
    _describe_session_cookie(whole)
    _add_problem_schemas(whole)
    _set_problem_media_type(whole)
    for section, entries in accounts.specification().items():
        _merge(whole, section, entries)
    return whole


@lru_cache(maxsize=1)
def text() -> str:
    """Return the document as it is committed and served. Equal APIs give equal bytes."""
    return json.dumps(document(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _describe_session_cookie(whole: Document) -> None:
    # Ninja would use the name of the cookie, which contains the product's name.
    whole["components"].setdefault("securitySchemes", {})["SessionAuth"] = {
        "type": "apiKey",
        "in": "cookie",
        "name": "app-session",
        "description": "The name of the cookie is `APP_NAME` followed by `-session`. With the header "
        "`X-Expected-User`, a request fails with 412 unless the user with this id is signed in.",
    }


def _add_problem_schemas(whole: Document) -> None:
    """Add the schemas even if no operation of this API uses them, because allauth's part refers to them."""
    _, described = models_json_schema(
        [(problems.Problem, "serialization"), (problems.ValidationProblem, "serialization")],
        ref_template=SCHEMAS + "{model}",
    )
    for name, schema in described["$defs"].items():
        whole["components"]["schemas"].setdefault(name, schema)


def _set_problem_media_type(whole: Document) -> None:
    """Replace application/json, which Ninja writes for every response."""
    for item in whole["paths"].values():
        for operation in item.values():
            for status, response in operation["responses"].items():
                content = response.get("content", {})
                if int(status) >= HTTPStatus.BAD_REQUEST and _is_problem(whole, content):
                    response["content"] = {problems.MEDIA_TYPE: content["application/json"]}


def _is_problem(whole: Document, content: Document) -> bool:
    reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    schema = whole["components"]["schemas"].get(reference.rpartition("/")[2], {})
    return set(problems.Problem.model_fields) <= set(schema.get("properties", {}))


def _merge(whole: Document, section: str, entries: Document) -> None:
    target = whole
    for name in section.split("."):
        target = target.setdefault(name, {})
    if duplicates := target.keys() & entries.keys():
        raise ValueError(f"{section} of allauth and of this API both contain {', '.join(sorted(duplicates))}")
    target.update(entries)
