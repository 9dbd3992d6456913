"""The OpenAPI document and Swagger UI."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config import openapi
from config.api import api

DOCUMENT = "/api/openapi.json"


@require_safe
def openapi_json(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(openapi.text(), content_type="application/json")


@require_safe
def swagger(request: HttpRequest) -> HttpResponse:
    """Render Swagger UI. The page loads only files of this origin and has no inline script."""
    context = {
        "title": f"{settings.IDENTITY.title} API",
        "description": api.description,
        "document": DOCUMENT,
        # Without deep links, which would be links inside of buttons.
        "settings": {"layout": "BaseLayout", "deepLinking": False, "url": DOCUMENT},
    }
    return render(request, "docs.html", context)
