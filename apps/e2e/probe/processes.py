"""The process that answers: which one it is, and how a test holds or hangs it."""

import os
import signal
import time
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from probe import marks

# Above every limit that a test waits for.
_PATIENCE_SECONDS = 20
_HEARTBEAT_SECONDS = 0.05

# Made when the application is loaded: the same in all processes that were forked afterwards.
_LOAD_ID = uuid4().hex


def process(request: HttpRequest) -> HttpResponse:
    """Say which process answers, and which loading of the application it runs."""
    return JsonResponse({"pid": os.getpid(), "load_id": _LOAD_ID})


@csrf_exempt
def hold(request: HttpRequest, name: str) -> HttpResponse:
    """Leave the mark `<name>-begun`, and answer when `<name>-go-on` is left."""
    marks.leave(f"{name}-begun")
    return JsonResponse({"released": marks.wait_for(f"{name}-go-on", _PATIENCE_SECONDS)})


def hang(request: HttpRequest, name: str) -> HttpResponse:
    """Leave the mark `<name>-begun` and stop this process as a whole, its heartbeat and all.

    Only SIGCONT or SIGKILL end that.
    """
    # The heartbeat that a new connection causes is over by then: what follows is measured from the mark.
    time.sleep(_HEARTBEAT_SECONDS)
    marks.leave(f"{name}-begun")
    os.kill(os.getpid(), signal.SIGSTOP)
    return JsonResponse({"hung": True})


def gateway(request: HttpRequest) -> HttpResponse:
    """Say what Gunicorn made of the request before Django looked at it. PEP 3333, "environ variables"."""
    environ = request.META
    return JsonResponse(
        {
            "url_scheme": environ["wsgi.url_scheme"],
            "script_name": environ["SCRIPT_NAME"],
            "path": request.path,
        }
    )
