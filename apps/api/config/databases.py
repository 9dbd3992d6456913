import os
import re
from pathlib import Path
from typing import Any

import dj_database_url

SQLITE = "django.db.backends.sqlite3"

# A third of the request's time limit, so that the API and not the proxy responds when a lock times out.
SQLITE_TIMEOUT_SHARE = 3
SQLITE_MAX_TIMEOUT_SECONDS = 10

# With WAL, readers do not block the writer. NORMAL is safe with WAL: a power failure can lose the last
# commits, but cannot corrupt the file (https://www.sqlite.org/pragma.html#pragma_synchronous).
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"


def database(url: str, *, request_timeout_seconds: int, password: str = "") -> dict[str, Any]:
    """Return an entry of DATABASES. The password replaces the one in the URL.

    Raises:
        SystemExit: the URL is not valid.
    """
    try:
        entry: dict[str, Any] = dict(dj_database_url.parse(url))
    except (ValueError, dj_database_url.UnknownSchemeError):
        # Without the URL in the message, because it may contain a password.
        raise SystemExit(
            "The API cannot start. DATABASE_URL must be a URL like sqlite:////data/app.sqlite3."
        ) from None
    if password:
        entry["PASSWORD"] = password
    # Seconds for which a thread keeps its connection. Opening one takes a quarter of a request's CPU time.
    entry["CONN_MAX_AGE"] = 60
    if entry["ENGINE"] == SQLITE:
        # IMMEDIATE takes the write lock at the start of a transaction and waits for it. A transaction that
        # starts with a read would fail at once if another one wrote in between.
        entry["OPTIONS"] = {
            "timeout": min(SQLITE_MAX_TIMEOUT_SECONDS, request_timeout_seconds / SQLITE_TIMEOUT_SHARE),
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_PRAGMAS,
        }
    else:
        entry["CONN_HEALTH_CHECKS"] = True
        # libpq waits for a server that does not answer as long as the kernel does. 2 is its minimum.
        entry.setdefault("OPTIONS", {}).setdefault("connect_timeout", max(2, request_timeout_seconds // 3))
    return entry


def limit_statements(entry: dict[str, Any], *, request_timeout_seconds: int) -> None:
    """Let PostgreSQL cancel a statement at the time limit of the request that waits for it.

    Only for processes that answer requests: a migration or another command may run longer.
    """
    if entry["ENGINE"] != SQLITE:
        milliseconds = request_timeout_seconds * 1000
        entry["OPTIONS"].setdefault("options", f"-c statement_timeout={milliseconds}")


def require_writable(entry: dict[str, Any]) -> None:
    """Check the file of an SQLite database, and its folder, in which SQLite creates further files.

    Raises:
        SystemExit: this process cannot write one of them.
    """
    path = Path(entry["NAME"])
    if entry["ENGINE"] != SQLITE or not path.is_absolute():
        return
    # The dot makes the check fail if the parent is a file.
    if not os.access(f"{path.parent}/.", os.W_OK | os.X_OK):
        blocked = path.parent
    elif os.access(path, os.F_OK) and not os.access(path, os.W_OK):
        blocked = path
    else:
        return
    raise SystemExit(
        f"The API cannot start. {blocked} is missing or not writable for UID {os.getuid()}, "
        f"GID {os.getgid()}. Change its owner or permissions."
    )


def require_connection(error: Exception) -> None:
    """Explain an error of psycopg that is not PostgreSQL's response to a statement.

    Raises:
        SystemExit: there is no connection, because an address or a password is wrong or the server is down.
    """
    cause = error.__cause__
    if cause is None or getattr(cause, "sqlstate", "") is not None:
        return
    reason = " ".join(re.sub(r"^connection (failed|is bad): ", "", str(cause).splitlines()[0]).split())
    variable = "APP_DATABASE_PASSWORD_FILE or DATABASE_URL" if "password" in reason else "DATABASE_URL"
    raise SystemExit(f"The API cannot start. Check {variable}: {reason}.") from None
