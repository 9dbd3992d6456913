"""The OpenAPI document and Swagger UI."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config import openapi


@require_safe
def openapi_json(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(openapi.text(), content_type="application/json")


@require_safe
def swagger(request: HttpRequest) -> HttpResponse:
    """Render Ninja's template, which loads only files of this origin and has no inline script."""
    options = {"layout": "BaseLayout", "deepLinking": True, "url": "/api/openapi.json"}
    context = {
        "swagger_settings": json.dumps(options),
        "api": {"title": f"{settings.IDENTITY.title} API"},
        "add_csrf": True,
    }
    return render(request, "ninja/swagger.html", context)
