"""Responses with a chosen status, size, type or header."""

from django.http import HttpRequest, HttpResponse, JsonResponse


def fail(request: HttpRequest) -> HttpResponse:
    """Raise an exception, whose text must never reach a client."""
    raise RuntimeError("raised by the probe")


def status(request: HttpRequest, status: int) -> HttpResponse:
    """Return this status with a body from Django."""
    return JsonResponse({"status": status, "from": "django"}, status=status)


def bare(request: HttpRequest, status: int) -> HttpResponse:
    """Return this status with an ETag and no body."""
    return HttpResponse(status=status, headers={"ETag": '"bare"'})


def cookie(request: HttpRequest) -> HttpResponse:
    """Set two cookies in one response."""
    response = JsonResponse({"ok": True})
    response.set_cookie("first", "1", httponly=True, samesite="Lax")
    response.set_cookie("second", "2", httponly=True, samesite="Lax")
    return response


def leaky_headers(request: HttpRequest) -> HttpResponse:
    """Send headers that Nginx sets itself, and some that reveal the software."""
    response = JsonResponse({"ok": True})
    response["Content-Security-Policy"] = "default-src *"
    response["Content-Security-Policy-Report-Only"] = "default-src *; report-uri https://evil.example"
    response["X-Content-Type-Options"] = "sniff"
    response["Referrer-Policy"] = "unsafe-url"
    response["X-Frame-Options"] = "ALLOWALL"
    response["Cross-Origin-Opener-Policy"] = "unsafe-none"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Permissions-Policy"] = "camera=*"
    response["Strict-Transport-Security"] = "max-age=1"
    response["X-Powered-By"] = "probe"
    response["Server"] = "probe/1.0"
    return response


def unsendable(request: HttpRequest) -> HttpResponse:
    """Send an invalid header, which Django accepts and Gunicorn rejects."""
    response = JsonResponse({"ok": True})
    response["X-Unsendable"] = "a\x01b"
    return response


def sized(request: HttpRequest, size: int) -> HttpResponse:
    """Return `size` bytes with the media type of `?type=`."""
    return HttpResponse("x" * size, content_type=request.GET.get("type", "application/json"))


def header(request: HttpRequest, size: int) -> HttpResponse:
    """Return a response with a header of `size` bytes."""
    response = HttpResponse("ok", content_type="text/plain")
    response["X-Probe-Long"] = "x" * size
    return response


def redirect(request: HttpRequest) -> HttpResponse:
    """Redirect to `?to=`, which Django's own redirects would validate."""
    response = HttpResponse(status=302)
    response["Location"] = request.GET["to"]
    return response
