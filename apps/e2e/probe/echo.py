"""The request as Django received it."""

from allauth.account.adapter import get_adapter as get_account_adapter
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def echo(request: HttpRequest, rest: str | None = None) -> HttpResponse:
    """Return everything that a view can know about the request.

    `raw_uri` is the target of the request line before Gunicorn or Django decode it. `client_address` is what
    the sign-in rate limits use; REMOTE_ADDR is Nginx's address.
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
