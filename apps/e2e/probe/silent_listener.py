"""An application that accepts no connection: `python -m probe.silent_listener`.

The queue of its port is full, so the kernel drops new connections, as for the address of a container that
is gone.
"""

import signal
import socket

from probe.output import write_line

PORT = 8000


def main() -> None:
    """Fill the queue of the port and wait until the container stops."""
    # All addresses, since Nginx connects from another container.
    listener = socket.create_server(("", PORT), backlog=0)
    fillers = [socket.create_connection(("127.0.0.1", PORT))]
    write_line("full")
    signal.sigwait([signal.SIGTERM])
    for each in (*fillers, listener):
        each.close()


if __name__ == "__main__":
    main()
