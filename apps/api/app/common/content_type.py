from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from inspect import unwrap
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja.openapi.schema import BODY_CONTENT_TYPES

from app.common.middleware import content_length
from app.common.problems import problem_response

View = Callable[..., HttpResponseBase]


def require_documented_type(run: View) -> View:
    """Respond 415 to a body of another type than the OpenAPI document says, before the CSRF check parses it.

    The type is multipart for an operation with a `File` parameter, and JSON by default. Used as a decorator
    of mode "view", which runs before authentication.
    """
    method: Any = unwrap(run)
    sources = {model.__ninja_param_source__ for model in method.__self__.models} & BODY_CONTENT_TYPES.keys()
    # Ninja reads several sources from one multipart body.
    accepted = BODY_CONTENT_TYPES["file" if len(sources) > 1 else next(iter(sources), "body")]

    @wraps(run)
    def check(request: HttpRequest, **path: Any) -> HttpResponseBase:
        if content_length(request) and request.content_type != accepted:
            return problem_response(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send {accepted}.")
        return run(request, **path)

    return check
