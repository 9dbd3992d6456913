"""Corrections of the responses in allauth's OpenAPI document. e2e:schemathesis compares them with the API."""

from http import HTTPStatus
from typing import Any

from allauth.headless.account.views import ManageEmailView
from allauth.headless.base.views import AuthenticatedAPIView, AuthenticationStageAPIView
from allauth.headless.constants import Flow
from django.urls import resolve

from app.accounts.limits import NEED_MAIL, NEED_PROVIDER
from app.common.problems import MEDIA_TYPE

Document = dict[str, Any]

# Views that respond 401 without a session, or without a recent authentication.
NEED_SESSION = (AuthenticatedAPIView, AuthenticationStageAPIView, ManageEmailView)
UNAUTHENTICATED = {"$ref": "#/components/responses/AuthenticationOrReauthentication"}
# Operations whose success allauth does not describe, by the names of their URLs.
SUCCESS = {
    "change_password": {"$ref": "#/components/responses/Authenticated"},
    "manage_recovery_codes": {"$ref": "#/components/responses/RecoveryCodes"},
}
INPUT_ERROR = {
    "description": "An input error occurred.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorResponse"}}},
}
# The response of RedirectToProviderView.
REDIRECT = {
    "description": "The address at the provider.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "properties": {
                    "data": {
                        "type": "object",
                        "properties": {"url": {"type": "string", "format": "uri"}},
                        "required": ["url"],
                    },
                },
                "required": ["data"],
            },
        },
    },
}
RETRY_AFTER = {
    "Retry-After": {"description": "Seconds to wait before a retry.", "schema": {"type": "integer"}},
}


def correct_schemas(components: Document) -> None:
    """Correct the schemas that differ from allauth's own code."""
    flow = components["schemas"]["Flow"]["properties"]
    flow["id"]["enum"] = sorted(each.value for each in Flow)
    flow["is_pending"] = {"type": "boolean"}
    meta = components["schemas"]["AuthenticationMeta"]["allOf"][1]["properties"]
    # Null if no step of a sign-in is pending.
    meta["is_authenticated"]["type"] = ["boolean", "null"]
    # The record of a sign-in through a provider has no such member.
    for method in components["schemas"]["AuthenticationMethod"]["oneOf"]:
        method["required"] = [name for name in method["required"] if name != "reauthenticated"]


def replace_one_of(node: Any) -> None:
    """Replace oneOf by anyOf: no alternatives in allauth's document exclude each other."""
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        replace_one_of(child)
    if isinstance(node, dict) and "oneOf" in node:
        node["anyOf"] = node.pop("oneOf")


def describe_redirect(document: Document) -> None:
    """Describe RedirectToProviderView, which takes allauth's form as JSON and responds without a redirect."""
    path = next(path for path in document["paths"] if path.endswith("/auth/provider/redirect"))
    operation = document["paths"][path]["post"]
    operation["description"] = "Get the address at the provider, for the browser to open."
    body = document["components"]["requestBodies"]["ProviderRedirect"]
    (form,) = body["content"].values()
    body["content"] = {"application/json": form}
    operation["responses"] = {"200": REDIRECT, "401": {"$ref": "#/components/responses/Authentication"}}


def add_responses(paths: Document) -> None:
    """Add allauth's own responses."""
    for path, item in paths.items():
        match: Any = resolve(path)
        for operation in item.values():
            responses = operation["responses"]
            # For clients without cookies, which are switched off (HEADLESS_CLIENTS).
            responses.pop("410", None)
            if issubclass(match.func.view_class, NEED_SESSION):
                responses["401"] = UNAUTHENTICATED
            if "requestBody" in operation:
                responses["400"] = INPUT_ERROR | responses.get("400", {})
            if match.url_name in SUCCESS:
                responses.setdefault("200", SUCCESS[match.url_name])


def add_problems(paths: Document) -> None:
    """Add the responses of HeadlessMiddleware, Django's CSRF middleware and Nginx's rate limits."""
    for path, item in paths.items():
        name = resolve(path).url_name
        for method, operation in item.items():
            responses = operation["responses"]
            if name != "current_session":
                _add_problem(responses, HTTPStatus.PRECONDITION_FAILED)
            if name in NEED_MAIL:
                _add_problem(responses, HTTPStatus.NOT_FOUND, "This installation sends no mail.")
            if name in NEED_PROVIDER:
                _add_problem(responses, HTTPStatus.NOT_FOUND, "This installation has no sign-in provider.")
            if name == "redirect_to_provider":
                _add_problem(responses, HTTPStatus.SERVICE_UNAVAILABLE, "The provider does not respond.")
            if method == "get":
                continue
            _add_problem(responses, HTTPStatus.FORBIDDEN)
            _add_problem(responses, HTTPStatus.TOO_MANY_REQUESTS)["headers"] = RETRY_AFTER
            if "requestBody" in operation:
                _add_problem(responses, HTTPStatus.BAD_REQUEST)
                _add_problem(responses, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def _add_problem(responses: Document, status: HTTPStatus, description: str = "") -> Document:
    """Add a problem beside allauth's own response with this status, if it has one."""
    response = {"description": description or status.phrase, **responses.get(str(status.value), {})}
    # A reference would hide what is beside it.
    response.pop("$ref", None)
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    response["content"] = {**response.get("content", {}), MEDIA_TYPE: problem}
    responses[str(status.value)] = response
    return response
