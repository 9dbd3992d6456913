"""Responses of an exact size, type, header or address."""

from django.http import HttpRequest, HttpResponse


def sized(request: HttpRequest, size: int) -> HttpResponse:
    """`size` bytes of the type that `?type=` names; JSON without it."""
    return HttpResponse("x" * size, content_type=request.GET.get("type", "application/json"))


def header(request: HttpRequest, size: int) -> HttpResponse:
    """A response with one field of `size` bytes, as many cookies or a long policy make it."""
    response = HttpResponse("ok", content_type="text/plain")
    response["X-Probe-Long"] = "x" * size
    return response


def redirect(request: HttpRequest) -> HttpResponse:
    """A redirect to wherever `?to=` says."""
    response = HttpResponse(status=302)
    response["Location"] = request.GET["to"]
    return response
