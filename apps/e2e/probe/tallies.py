"""Counts of requests, stored on a volume that outlives the container."""

import os
import time
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

# On the database's volume, since /tmp is removed with the container.
_FOLDER = Path("/data/probe-tallies")
# The time of a typical view, so that some requests are running whenever a process stops.
_WORK_SECONDS = 0.01


@csrf_exempt
def tally(request: HttpRequest, name: str) -> HttpResponse:
    """POST appends the body as one line and returns the process id; GET returns the lines."""
    _FOLDER.mkdir(exist_ok=True)
    if request.method == "POST":
        _append(_FOLDER / name, request.body + b"\n")
        time.sleep(_WORK_SECONDS)
        return JsonResponse({"pid": os.getpid()})
    return JsonResponse({"lines": (_FOLDER / name).read_text().splitlines()})


def _append(path: Path, line: bytes) -> None:
    # One write in append mode is atomic, so lines of several processes never mix.
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line)
    finally:
        os.close(descriptor)
