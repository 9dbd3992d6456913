"""The worker process: its identity, and views that block or stop it."""

import os
import signal
import time
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from probe import marks

# Above every time limit that a test measures.
_TIMEOUT_SECONDS = 20
_HEARTBEAT_SECONDS = 0.05

# Set when the application is loaded, so it is the same in all processes that are forked afterwards.
_LOAD_ID = uuid4().hex


def process(request: HttpRequest) -> HttpResponse:
    """Return the process id and the id of the loaded application."""
    return JsonResponse({"pid": os.getpid(), "load_id": _LOAD_ID})


@csrf_exempt
def hold(request: HttpRequest, name: str) -> HttpResponse:
    """Set the mark `<name>-begun`, and return when `<name>-go-on` is set."""
    marks.set_mark(f"{name}-begun")
    return JsonResponse({"released": marks.wait_for(f"{name}-go-on", _TIMEOUT_SECONDS)})


def hang(request: HttpRequest, name: str) -> HttpResponse:
    """Set the mark `<name>-begun` and stop the whole process, including its heartbeat.

    Only SIGCONT or SIGKILL end that.
    """
    # Accepting a connection causes a heartbeat. Wait for it, since the test measures from the mark.
    time.sleep(_HEARTBEAT_SECONDS)
    marks.set_mark(f"{name}-begun")
    os.kill(os.getpid(), signal.SIGSTOP)
    return JsonResponse({"hung": True})


def exhaust_memory(request: HttpRequest) -> HttpResponse:
    """Allocate memory until the kernel kills the process."""
    blocks = []
    while True:
        blocks.append(b"x" * 10_000_000)


def gateway(request: HttpRequest) -> HttpResponse:
    """Return what Gunicorn put into the WSGI environ. PEP 3333, "environ variables"."""
    environ = request.META
    return JsonResponse(
        {
            "url_scheme": environ["wsgi.url_scheme"],
            "script_name": environ["SCRIPT_NAME"],
            "path": request.path,
        }
    )
