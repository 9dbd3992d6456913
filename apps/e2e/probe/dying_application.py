"""Stands in for a replica that dies of each request: `python -m probe.dying_application`.

It takes a request, tells its first line on stdout, and closes without an answer. A request with the query
`hold` is kept instead, and never answered.
"""

import socket

PORT = 8000


def main() -> None:
    """Serve nobody until the container ends."""
    listener = socket.create_server(("0.0.0.0", PORT))  # noqa: S104 - a container of a test's own
    print("listening", flush=True)  # noqa: T201 - the test waits for it
    held = []
    while True:
        connection, _ = listener.accept()
        with connection.makefile("rb") as request:
            first_line = request.readline().decode("latin-1").strip()
            print(first_line, flush=True)  # noqa: T201 - the test counts them
            while request.readline().strip():
                pass
        if "?hold " in first_line:
            held.append(connection)
        else:
            connection.close()


if __name__ == "__main__":
    main()
