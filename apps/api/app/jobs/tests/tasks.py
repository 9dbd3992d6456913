"""Tasks for tests. A worker in another process imports them too."""

import time
from pathlib import Path

from django_tasks import task


@task()
def append(path: str, line: str) -> None:
    with Path(path).open("a") as file:
        file.write(f"{line}\n")


@task()
def fail() -> None:
    raise ConnectionRefusedError("The server is down.")


@task()
def append_and_wait(path: str, release: str) -> None:
    """Write `started`, wait until the file `release` exists, then write `finished`."""
    append.func(path, "started")
    while not Path(release).exists():
        time.sleep(0.02)
    append.func(path, "finished")
