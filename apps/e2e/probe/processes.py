"""The process that answers: which one it is, and how a test holds or hangs it."""

import os
import signal
import threading
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from probe import marks

# Above every limit that a test waits for.
_PATIENCE_SECONDS = 20

# Made when the application is loaded: the same in all processes that were forked afterwards.
_LOAD_ID = uuid4().hex


def process(request: HttpRequest) -> HttpResponse:
    """Say which process and thread answer, and which loading of the application they run."""
    return JsonResponse({"pid": os.getpid(), "thread": threading.get_ident(), "load_id": _LOAD_ID})


@csrf_exempt
def hold(request: HttpRequest, name: str) -> HttpResponse:
    """Leave the mark `<name>-begun`, and answer when `<name>-go-on` is left."""
    marks.leave(f"{name}-begun")
    return JsonResponse({"released": marks.wait_for(f"{name}-go-on", _PATIENCE_SECONDS)})


def hang(request: HttpRequest) -> HttpResponse:
    """Stop this process as a whole, its heartbeat and all; only SIGCONT or SIGKILL end that."""
    os.kill(os.getpid(), signal.SIGSTOP)
    return JsonResponse({"hung": True})
