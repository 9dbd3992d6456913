"""Output that a test reads from the container's log."""

import sys


def write_line(line: str) -> None:
    """Write a line to stdout and flush it, since a test waits for it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
