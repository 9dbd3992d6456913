"""What only a developer's machine has: sample data, snapshots of the database, mail that goes nowhere."""

from config.environment import BASE_DIR

# This machine's own files, which git ignores.
OWN_FOLDER = BASE_DIR.parent.parent / ".local"
