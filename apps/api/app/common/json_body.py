"""Reading JSON strictly, so that nothing surprising reaches a schema, a form or the database."""

import json
from http import HTTPStatus
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

from app.common.problems import ProblemError

# A lone surrogate is no character (RFC 8259, 8.2): nothing can encode it, no database store it.
_SURROGATES = range(0xD800, 0xE000)

# Nothing that the API reads is deeper than three. Python's own limit differs from version to version, and
# what comes close to it fails elsewhere.
MAXIMUM_DEPTH = 32

NO_JSON = "The request's body is not JSON that can be read."


def read(request: HttpRequest) -> Any:
    """The request's body as JSON.

    Raises:
        ProblemError: 400 when it is none, or is too deep.
    """
    try:
        text = request.body.decode("utf-8")
        value = json.loads(text, parse_constant=_refuse)
        _refuse_depth(text, value)
        # Escaped surrogates appear only now; a pair of them has become one character already.
        if "\\u" in text and any(ord(c) in _SURROGATES for c in json.dumps(value, ensure_ascii=False)):
            _refuse("a lone surrogate")
    except (ValueError, RecursionError) as error:
        raise ProblemError(HTTPStatus.BAD_REQUEST, NO_JSON) from error
    return value


def _refuse_depth(text: str, value: Any) -> None:
    # Too few brackets to be deep: true of every body that people send, and quickly seen.
    if text.count("[") + text.count("{") <= MAXIMUM_DEPTH:
        return
    level = [value]
    for _ in range(MAXIMUM_DEPTH):
        insides = (node.values() if isinstance(node, dict) else node for node in level)
        level = [child for inside in insides for child in inside if isinstance(child, dict | list)]
        if not level:
            return
    _refuse("what is this deep")


def _refuse(what: str) -> NoReturn:
    message = f"{what} is not JSON"
    raise ValueError(message)


class StrictParser(Parser):
    """Ninja's parser, reading bodies with `read`."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read the body; ninja wraps what is raised, and `common.errors` unwraps it."""
        return read(request)
