"""Responses that say how they may be kept."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import condition


def cacheable(request: HttpRequest) -> HttpResponse:
    """Answer with a lifetime and a date of its own."""
    response = JsonResponse({"ok": True})
    response["Cache-Control"] = "public, max-age=60"
    response["Last-Modified"] = "Wed, 21 Oct 2015 07:28:00 GMT"
    return response


def personal(request: HttpRequest) -> HttpResponse:
    """Answer as a view does whose words depend on who asks."""
    response = JsonResponse({"ok": True})
    patch_vary_headers(response, ["Cookie"])
    return response


def varying(request: HttpRequest) -> HttpResponse:
    """Answer with the Vary that `?on=` says, and the status that `?status=` says."""
    return JsonResponse({}, status=int(request.GET.get("status", "200")), headers={"Vary": request.GET["on"]})


@condition(etag_func=lambda _request: '"probe-1"')
def tagged(request: HttpRequest) -> HttpResponse:
    """Answer with a strong ETag, large enough to be compressed; 304 to who has it."""
    return JsonResponse({"text": "word " * 1000})
