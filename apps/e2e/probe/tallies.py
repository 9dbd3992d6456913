"""Tallies: every request that a view took, counted on a disk that outlives its container."""

import os
import time
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

# The database's volume: /tmp goes with the container.
_FOLDER = Path("/data/probe-tallies")
# As long as a small honest view, so that some are at work whenever something stops.
_WORK_SECONDS = 0.01


@csrf_exempt
def tally(request: HttpRequest, name: str) -> HttpResponse:
    """POST adds the body as one line, GET lists the lines. Both say which process it was."""
    _FOLDER.mkdir(exist_ok=True)
    if request.method == "POST":
        _append(_FOLDER / name, request.body + b"\n")
        time.sleep(_WORK_SECONDS)
        return JsonResponse({"pid": os.getpid()})
    return JsonResponse({"lines": (_FOLDER / name).read_text().splitlines()})


def _append(path: Path, line: bytes) -> None:
    # One write to a file that is open for appending: lines of several processes never mix.
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line)
    finally:
        os.close(descriptor)
