"""Marks: with them a test learns that a view ran, and lets a waiting view continue.

They are files in a folder that all worker processes share, because any of them may get a request.
"""

import tempfile
import time
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

_FOLDER = Path(tempfile.gettempdir()) / "probe-marks"
_POLL_SECONDS = 0.02


def set_mark(name: str) -> None:
    """Create the mark. Names come from tests and are slugs."""
    _FOLDER.mkdir(exist_ok=True)
    (_FOLDER / name).touch()


def _is_set(name: str) -> bool:
    return (_FOLDER / name).exists()


def wait_for(name: str, seconds: float) -> bool:
    """Wait for the mark. Return False on timeout."""
    deadline = time.monotonic() + seconds
    while not _is_set(name):
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS)
    return True


@csrf_exempt
def mark(request: HttpRequest, name: str) -> HttpResponse:
    """GET returns whether the mark is set; every other method sets it."""
    if request.method != "GET":
        set_mark(name)
    return JsonResponse({"set": _is_set(name)})
