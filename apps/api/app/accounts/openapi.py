"""allauth's OpenAPI document, reduced to the operations that this installation serves."""

import re
from pathlib import Path
from typing import Any

import yaml
from allauth.headless import spec
from allauth.headless.spec.internal import schema
from django.urls import resolve, reverse

from app.accounts import responses

Document = dict[str, Any]

# allauth's document has no operation ids, after which the generated client names its functions. They are
# derived from the summaries ("Change password" becomes changePassword), except these.
OPERATION_IDS = {
    "Get configuration": "getAuthConfiguration",
    "Login": "signIn",
    "Request password": "requestPasswordReset",
    "Verify an email": "verifyEmail",
    "Logout": "signOut",
    "Signup": "signUp",
    "Add/Change email address": "changeEmailAddress",
    "Two-factor authentication": "signInWithSecondFactor",
    "Reauthenticate using 2FA": "reauthenticateWithSecondFactor",
    "TOTP authenticator status": "getTotp",
    "Activate TOTP": "activateTotp",
    "Deactivate TOTP": "deactivateTotp",
    "Remove an email address": "removeEmailAddress",
    "Trust this browser": "trustBrowser",
    "Get WebAuthn credential request options for login": "getSignInPasskeyOptions",
    "Login using WebAuthn": "signInWithPasskey",
    "Get WebAuthn credential request options for 2FA": "getSecondFactorPasskeyOptions",
    "Perform 2FA using WebAuthn": "signInWithSecondFactorPasskey",
    "Get WebAuthn credential request options for reauthentication": "getReauthenticationPasskeyOptions",
    "Reauthenticate using WebAuthn": "reauthenticateWithPasskey",
    "Get WebAuthn credential creation options": "getPasskeyCreationOptions",
    "Add a WebAuthn credential": "addPasskey",
    "Rename a WebAuthn credential": "renamePasskey",
    "Delete a WebAuthn credential": "deletePasskeys",
    "End one or more sessions": "endSessions",
    "Provider redirect": "redirectToProvider",
    "List the connected third-party provider accounts": "listProviderAccounts",
    "Disconnect a third-party provider account": "disconnectProviderAccount",
}


def specification() -> dict[str, Document]:
    """Return the parts to merge into a document, by section (`paths`, `components.schemas`, ...)."""
    document = _served_document()
    parts = {"paths": document["paths"]}
    for section, names in _used_components(document).items():
        parts[f"components.{section}"] = {n: document["components"][section][n] for n in sorted(names)}
    # Last, because it refers to a schema that is not allauth's.
    responses.add_problems(parts["paths"])
    return parts


def _served_document() -> Document:
    """Do what allauth's `schema.get_schema` does, which would need a request for the paths."""
    text = (Path(spec.__file__).parent / "doc/openapi.yaml").read_bytes()
    # The C loader is ten times faster, but not every build of PyYAML has it.
    document: Document = yaml.load(text, yaml.CSafeLoader) if yaml.__with_libyaml__ else yaml.safe_load(text)
    root = reverse("headless:browser:config").removesuffix("/browser/v1/config")
    paths = ((path.replace("/_allauth", root), item) for path, item in document["paths"].items())
    document["paths"] = {path: item for path, item in paths if _is_served(path)}
    schema.specify_user(document)
    schema.pin_client(document)
    schema.drop_unused_client_parameter(document)
    schema.specify_signup_fields(document)
    schema.specify_custom_signup_form(document)
    for item in document["paths"].values():
        for operation in item.values():
            summary = " ".join(operation["summary"].split())
            operation["operationId"] = OPERATION_IDS.get(summary) or _camel_case(summary)
            # For clients without cookies, which are switched off (HEADLESS_CLIENTS).
            operation.pop("security", None)
    responses.correct_schemas(document["components"])
    responses.describe_redirect(document)
    responses.add_responses(document["paths"])
    responses.replace_one_of(document)
    return document


def _is_served(path: str) -> bool:
    # Unknown paths under /api/ resolve too, to the view that responds 404.
    return "headless" in resolve(path.replace("{client}", "browser")).app_names


def _camel_case(summary: str) -> str:
    words: list[str] = re.findall(r"\w+", summary)
    return words[0].lower() + "".join(word[0].upper() + word[1:] for word in words[1:])


def _used_components(document: Document) -> dict[str, set[str]]:
    """Return the names of the components that the paths refer to, directly or through others."""
    used: dict[str, set[str]] = {}
    pending: list[Any] = [document["paths"]]
    while pending:
        for reference in _references(pending.pop()):
            section, name = reference.removeprefix("#/components/").split("/")
            if name not in used.setdefault(section, set()):
                used[section].add(name)
                pending.append(document["components"][section][name])
    return used


def _references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for item in node for found in _references(item)]
    if not isinstance(node, dict):
        return []
    own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
    return own + [found for value in node.values() for found in _references(value)]
