"""A replica that closes every connection without a response: `python -m probe.failing_application`.

It prints the first line of each request. Requests with the query `hold` stay open and are never answered.
"""

import socket

from probe.output import write_line

PORT = 8000


def main() -> None:
    """Accept connections until the container stops."""
    # All addresses, since Nginx connects from another container.
    listener = socket.create_server(("", PORT))
    write_line("listening")
    held = []
    while True:
        connection, _ = listener.accept()
        with connection.makefile("rb") as request:
            first_line = request.readline().decode("latin-1").strip()
            write_line(first_line)
            while request.readline().strip():
                pass
        if "?hold " in first_line:
            held.append(connection)
        else:
            connection.close()


if __name__ == "__main__":
    main()
