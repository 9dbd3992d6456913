"""The API's document, and the page to read and try it."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config import openapi


@require_safe
def openapi_json(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document, as `manage.py export_openapi` writes it."""
    del request
    return HttpResponse(openapi.text(), content_type="application/json")


@require_safe
def swagger(request: HttpRequest) -> HttpResponse:
    """Swagger UI from ninja's bundled files: no other host, no inline script."""
    settings = {"layout": "BaseLayout", "deepLinking": True, "url": "/api/openapi.json"}
    context = {"swagger_settings": json.dumps(settings), "api": {"title": "API"}, "add_csrf": True}
    return render(request, "ninja/swagger.html", context)
