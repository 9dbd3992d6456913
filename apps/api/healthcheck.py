"""The image's health check. Uses only the standard library, so that it starts fast."""

import http.client
import sys

TIMEOUT_SECONDS = 3


def is_live() -> bool:
    """Request liveness from this container's own address."""
    connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=TIMEOUT_SECONDS)
    try:
        connection.request("GET", "/api/livez")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if is_live() else 1)
