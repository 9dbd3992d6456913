from collections.abc import Callable

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from app.health.api import livez

LIVENESS_PATH = "/api/livez"


class LivenessMiddleware:
    """Responds to liveness probes before the Host header is validated: probes use the container's IP."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == LIVENESS_PATH and request.method in {"GET", "HEAD"}:
            return JsonResponse(livez(request).model_dump(mode="json"))
        return self.get_response(request)
