"""The request as Django received it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def echo(request: HttpRequest, rest: str | None = None) -> HttpResponse:
    """Answer with everything that a view can know of the request.

    `raw_uri` is the request line's own target, before Gunicorn or Django decoded anything.
    """
    meta = request.META
    return JsonResponse(
        {
            "method": request.method,
            "raw_uri": meta.get("RAW_URI", ""),
            "path": request.path,
            "raw_query": meta.get("QUERY_STRING", ""),
            "query": dict(request.GET.lists()),
            "headers": dict(request.headers),
            "scheme": request.scheme,
            "secure": request.is_secure(),
            "host": request.get_host(),
            "remote_address": meta.get("REMOTE_ADDR", ""),
            "absolute_uri": request.build_absolute_uri(),
            "protocol": meta.get("SERVER_PROTOCOL", ""),
            "body_length": len(request.body),
        }
    )
