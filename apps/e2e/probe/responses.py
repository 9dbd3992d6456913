"""Responses that a test chooses."""

from django.http import HttpRequest, HttpResponse, JsonResponse


def fail(request: HttpRequest) -> HttpResponse:
    """Raise, as a defect in a view would. The sentence must never reach a client."""
    raise RuntimeError("the probe failed as it was told to")


def status(request: HttpRequest, status: int) -> HttpResponse:
    """Answer with the status asked for and a small body of the view's own."""
    return JsonResponse({"status": status, "from": "django"}, status=status)


def bare(request: HttpRequest, status: int) -> HttpResponse:
    """Answer with the status asked for, an ETag and no body."""
    return HttpResponse(status=status, headers={"ETag": '"bare"'})


def cookie(request: HttpRequest) -> HttpResponse:
    """Set two cookies in one response: both must arrive, as two headers."""
    response = JsonResponse({"ok": True})
    response.set_cookie("first", "1", httponly=True, samesite="Lax")
    response.set_cookie("second", "2", httponly=True, samesite="Lax")
    return response


def leaky_headers(request: HttpRequest) -> HttpResponse:
    """Send copies of headers that Nginx owns, and some that tell of the machinery."""
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


def json_of_size(request: HttpRequest, size: int) -> HttpResponse:
    """JSON whose text is `size` bytes or a little more."""
    return JsonResponse({"text": "word " * (size // 5)})


def unsendable(request: HttpRequest) -> HttpResponse:
    """Send a header that HTTP cannot carry: Django lets it pass, and Gunicorn stops at it."""
    response = JsonResponse({"ok": True})
    response["X-Unsendable"] = "a\x01b"
    return response
