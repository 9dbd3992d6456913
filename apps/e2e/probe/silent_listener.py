"""Stands in for an application that takes no connection: `python -m probe.silent_listener`.

The port's queue is full, so that the kernel drops whoever knocks: so does the address of a container that
has just gone.
"""

import signal
import socket

from probe.telling import tell

PORT = 8000


def main() -> None:
    """Fill the queue of the port and wait for the end."""
    # On every address: Nginx knocks from another container.
    listener = socket.create_server(("", PORT), backlog=0)
    fillers = [socket.create_connection(("127.0.0.1", PORT))]
    tell("full")
    signal.sigwait([signal.SIGTERM])
    for each in (*fillers, listener):
        each.close()


if __name__ == "__main__":
    main()
