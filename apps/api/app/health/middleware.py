"""Liveness above everything that could fail for another reason."""

from collections.abc import Callable

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from app.health.api import livez

LIVENESS_PATH = "/api/livez"


class LivenessMiddleware:
    """Answers liveness before the host is looked at: an orchestrator asks by address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand above CommonMiddleware."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or go on."""
        if request.path == LIVENESS_PATH and request.method in {"GET", "HEAD"}:
            return JsonResponse(livez(request).model_dump(mode="json"))
        return self.get_response(request)
