"""The request as Django received it."""

from allauth.account.adapter import get_adapter as get_account_adapter
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def echo(request: HttpRequest, rest: str | None = None) -> HttpResponse:
    """Answer with everything that a view can know of the request.

    `raw_uri` is the request line's own target, before Gunicorn or Django decoded anything.
    `client_address` is what sign-in's rate limits count by; REMOTE_ADDR is Nginx's, since Gunicorn takes
    no client's word for it.
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
            "client_address": get_account_adapter().get_client_ip(request),
            "absolute_uri": request.build_absolute_uri(),
            "protocol": meta.get("SERVER_PROTOCOL", ""),
            "body_length": len(request.body),
        }
    )
