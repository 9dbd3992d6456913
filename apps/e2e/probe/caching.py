"""Responses with caching headers."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import condition


def cacheable(request: HttpRequest) -> HttpResponse:
    """Return a response with its own Cache-Control and Last-Modified."""
    response = JsonResponse({"ok": True})
    response["Cache-Control"] = "public, max-age=60"
    response["Last-Modified"] = "Wed, 21 Oct 2015 07:28:00 GMT"
    return response


def varying(request: HttpRequest) -> HttpResponse:
    """Return the Vary of `?on=` and the status of `?status=`."""
    return JsonResponse({}, status=int(request.GET.get("status", "200")), headers={"Vary": request.GET["on"]})


@condition(etag_func=lambda _request: '"probe-1"')
def tagged(request: HttpRequest) -> HttpResponse:
    """Return a response with a strong ETag, large enough to be compressed; 304 if it matches."""
    return JsonResponse({"text": "word " * 1000})
