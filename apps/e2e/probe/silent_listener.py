"""Stands in for an application that takes no connection: `python -m probe.silent_listener`.

The port's queue is full, so that the kernel drops whoever knocks: so does the address of a container that
has just gone.
"""

import signal
import socket

PORT = 8000


def main() -> None:
    """Fill the queue of the port and wait for the end."""
    listener = socket.create_server(("0.0.0.0", PORT), backlog=0)  # noqa: S104 - a container of a test's own
    fillers = [socket.create_connection(("127.0.0.1", PORT))]
    print("full", flush=True)  # noqa: T201 - the test waits for it
    signal.sigwait([signal.SIGTERM])
    for each in (*fillers, listener):
        each.close()


if __name__ == "__main__":
    main()
