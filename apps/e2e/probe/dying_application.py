"""Stands in for a replica that dies of each request: `python -m probe.dying_application`.

It takes a request, tells its first line on stdout, and closes without an answer. A request with the query
`hold` is kept instead, and never answered.
"""

import socket

from probe.telling import tell

PORT = 8000


def main() -> None:
    """Serve nobody until the container ends."""
    # On every address: Nginx knocks from another container.
    listener = socket.create_server(("", PORT))
    tell("listening")
    held = []
    while True:
        connection, _ = listener.accept()
        with connection.makefile("rb") as request:
            first_line = request.readline().decode("latin-1").strip()
            tell(first_line)
            while request.readline().strip():
                pass
        if "?hold " in first_line:
            held.append(connection)
        else:
            connection.close()


if __name__ == "__main__":
    main()
