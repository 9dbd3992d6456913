"""The server for Prometheus: `python -m config.metrics`, a process next to Gunicorn's workers.

It adds up the files that the workers write. Nginx cannot reach the port by a mistake in a location.
https://prometheus.github.io/client_python/multiprocess/
"""

import os
import shutil
import socket
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry, multiprocess, start_http_server, values

PORT = 8001


def start() -> None:
    folder = Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    subprocess.Popen((sys.executable, "-m", "config.metrics"))


def number(server: Any, worker: Any) -> None:
    """Give the worker the lowest number that no running worker has.

    By default, the name of a file contains the process id, and each recycled worker would leave a file.
    """
    taken = {running.number for running in server.WORKERS.values()}
    worker.number = next(each for each in count() if each not in taken)


def use_number(worker: Any) -> None:
    values.ValueClass = values.MultiProcessValue(lambda: worker.number)


def main() -> None:
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    address = "::" if socket.has_dualstack_ipv6() else "0.0.0.0"  # noqa: S104 - no port is published
    _, thread = start_http_server(PORT, address, registry)
    thread.join()


if __name__ == "__main__":
    main()
