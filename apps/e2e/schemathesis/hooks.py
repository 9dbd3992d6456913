"""Schemathesis's hooks: requests as the web app sends them, with session cookie, CSRF token and origin."""

import os
import uuid
from typing import Any

import requests
import schemathesis

ORIGIN = os.environ["APP_E2E_ORIGIN"]
CSRF_COOKIE = os.environ["APP_E2E_CSRF_COOKIE"]
CLIENT = os.environ["APP_E2E_CLIENT"]
SIGN_IN = f"{ORIGIN}/api/auth/browser/v1/auth/login"
# Requests with the right password reach the responses to successful changes.
PASSWORD = uuid.uuid4().hex
SUCCESS = range(200, 300)

cookies: dict[str, str] = {}


def open_session() -> dict[str, str]:
    """Return the cookies of a new client, with the CSRF token."""
    client = requests.Session()
    client.get(f"{ORIGIN}/api/session", timeout=30).raise_for_status()
    if CLIENT == "anonymous":
        return client.cookies.get_dict()
    user = {"email": f"{uuid.uuid4().hex}@example.org", "password": PASSWORD}
    second_factor = CLIENT != "user"
    created = client.post(
        f"{ORIGIN}/api/_probe/user", json={**user, "second_factor": second_factor}, timeout=30
    )
    created.raise_for_status()
    if CLIENT == "second step":
        client = requests.Session()
        client.get(f"{ORIGIN}/api/session", timeout=30).raise_for_status()
        headers = {"Origin": ORIGIN, "X-CSRFToken": client.cookies[CSRF_COOKIE]}
        client.post(SIGN_IN, json=user, headers=headers, timeout=30)
    return client.cookies.get_dict()


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    cookies.update(cookies or open_session())
    case.cookies = {**(case.cookies or {}), **cookies}
    case.headers.update({"Origin": ORIGIN, "X-CSRFToken": cookies[CSRF_COOKIE]})
    if isinstance(case.body, dict):
        for name in case.body.keys() & {"current_password", "password"}:
            case.body[name] = PASSWORD if isinstance(case.body[name], str) else case.body[name]


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """Continue with a new user after a change, such as a new password, and after the end of the session."""
    ends_session = any("Max-Age=0" in cookie for cookie in response.headers.get("set-cookie", []))
    if case.method != "GET" and (response.status_code in SUCCESS or ends_session):
        cookies.clear()
