from http import HTTPStatus

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from app.common.middleware import GetResponse
from app.health.api import livez, readyz

LIVENESS_PATH = "/api/livez"
READINESS_PATH = "/api/readyz"


class ProbeMiddleware:
    """Responds to probes before the Host header is validated: probes use the container's IP address."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        if request.path == LIVENESS_PATH:
            return JsonResponse(livez(request).model_dump(mode="json"))
        if request.path == READINESS_PATH:
            result = readyz(request)
            return JsonResponse(result.value.model_dump(mode="json"), status=HTTPStatus(result.status_code))
        return self.get_response(request)
