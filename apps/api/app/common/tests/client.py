import json
from typing import Any

from django.conf import settings
from django.test import Client

SESSION = "/api/auth/browser/v1/auth/session"
SIGN_IN = "/api/auth/browser/v1/auth/login"
REAUTHENTICATE = "/api/auth/browser/v1/auth/reauthenticate"


class ApiClient(Client):
    """Sends requests as the web app does: JSON, session cookie, CSRF cookie repeated in a header."""

    def __init__(self, *, raise_request_exception: bool = True) -> None:
        super().__init__(enforce_csrf_checks=True, raise_request_exception=raise_request_exception)

    def send(self, method: str, path: str, payload: Any = None, **headers: str) -> Any:
        body = b"" if payload is None else json.dumps(payload).encode()
        return self.send_raw(method, path, body, **headers)

    def send_raw(
        self, method: str, path: str, body: bytes, content_type: str = "application/json", **headers: str
    ) -> Any:
        headers.setdefault("X-CSRFToken", self.csrf_token())
        return self.generic(method, path, body, content_type, headers=headers)

    def csrf_token(self) -> str:
        if settings.CSRF_COOKIE_NAME not in self.cookies:
            self.get(SESSION)
        return self.cookies[settings.CSRF_COOKIE_NAME].value
