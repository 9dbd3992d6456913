"""What only a developer's machine has: sample data, snapshots of the database, mail that goes nowhere."""

from pathlib import Path

# This machine's own files, which git ignores.
OWN_FOLDER = Path(__file__).resolve().parents[4] / ".tandem"
