"""A test client that behaves as the web app does in a browser."""

import json
from typing import Any

from django.test import Client

SESSION = "/api/auth/browser/v1/auth/session"


class Browser(Client):
    """Keeps cookies, sends JSON, and sends the CSRF cookie back as a header."""

    def __init__(self, *, raise_request_exception: bool = True) -> None:
        super().__init__(enforce_csrf_checks=True, raise_request_exception=raise_request_exception)

    def send(self, method: str, path: str, payload: Any = None, **headers: str) -> Any:
        """Send JSON with the CSRF token, as `fetch` in the web app does."""
        body = b"" if payload is None else json.dumps(payload).encode()
        return self.send_raw(method, path, body, **headers)

    def send_raw(
        self, method: str, path: str, body: bytes, content_type: str = "application/json", **headers: str
    ) -> Any:
        """Send these very bytes, with the CSRF token."""
        headers.setdefault("X-CSRFToken", self.csrf_token())
        return self.generic(method, path, body, content_type, headers=headers)

    def csrf_token(self) -> str:
        """The token's cookie; asked for first when there is none yet."""
        if "csrftoken" not in self.cookies:
            self.get(SESSION)
        return self.cookies["csrftoken"].value
