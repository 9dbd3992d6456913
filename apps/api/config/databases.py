"""Django's DATABASES entry from an address, with what each engine needs to behave under load."""

from typing import Any

import dj_database_url

# Seconds. A writer waits this long for another's transaction, well below the request's own time
# limit, so that a person gets an answer from us and not a time-out from the proxy.
SQLITE_BUSY_SHARE = 3
SQLITE_BUSY_MAXIMUM = 10

# WAL lets readers and a writer work at once. NORMAL is safe with WAL: a power cut can lose the last
# commits, never the file (https://www.sqlite.org/pragma.html#pragma_synchronous).
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"


def database(url: str, *, request_timeout_seconds: int, password: str = "") -> dict[str, Any]:
    """Describe one database.

    Args:
        url: `sqlite:////path/file`, `sqlite://:memory:` or `postgres://user:password@host/name`.
        password: takes the place of the one in the address, if there is any.
        request_timeout_seconds: the time limit of a request, which the busy timeout stays below.

    Raises:
        SystemExit: with one sentence when the address can't be understood.
    """
    try:
        entry: dict[str, Any] = dict(dj_database_url.parse(url))
    except (ValueError, dj_database_url.UnknownSchemeError):
        # The address holds a password: it is not repeated.
        message = "The API can't start: DATABASE_URL is not an address like sqlite:////data/app.sqlite3."
        raise SystemExit(message) from None
    if password:
        entry["PASSWORD"] = password
    if entry["ENGINE"] == "django.db.backends.sqlite3":
        # A read that later writes would fail at once with SQLITE_BUSY when another wrote in between;
        # IMMEDIATE takes the write lock first, and then waits for it.
        entry["OPTIONS"] = {
            "timeout": min(SQLITE_BUSY_MAXIMUM, request_timeout_seconds / SQLITE_BUSY_SHARE),
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_PRAGMAS,
        }
        # A connection a request: the file that the path names is the one that is used, so that a
        # restored or missing file is noticed. Opening one takes well under a millisecond.
        entry["CONN_MAX_AGE"] = 0
    else:
        entry["CONN_MAX_AGE"] = 60
        entry["CONN_HEALTH_CHECKS"] = True
        # Nobody waits for a statement that outlives its request.
        milliseconds = request_timeout_seconds * 1000
        entry.setdefault("OPTIONS", {}).setdefault("options", f"-c statement_timeout={milliseconds}")
    return entry
