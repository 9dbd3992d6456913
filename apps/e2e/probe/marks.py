"""Marks: how a test learns that a view ran, and how it lets a waiting view go on.

Kept in a folder that every worker process shares, because a request may reach any of them.
"""

import tempfile
import time
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

_FOLDER = Path(tempfile.gettempdir()) / "probe-marks"
_POLL_SECONDS = 0.02


def leave(name: str) -> None:
    """Leave a mark. Names come from tests and are slugs."""
    _FOLDER.mkdir(exist_ok=True)
    (_FOLDER / name).touch()


def is_left(name: str) -> bool:
    """Whether somebody left the mark."""
    return (_FOLDER / name).exists()


def wait_for(name: str, seconds: float) -> bool:
    """Wait until the mark is there; False when it did not come in time."""
    deadline = time.monotonic() + seconds
    while not is_left(name):
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True


@csrf_exempt
def mark(request: HttpRequest, name: str) -> HttpResponse:
    """GET says whether the mark is there; every other method leaves it."""
    if request.method != "GET":
        leave(name)
    return JsonResponse({"left": is_left(name)})
