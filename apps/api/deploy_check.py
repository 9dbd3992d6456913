"""Check the production settings: Django's `check --deploy` and Gunicorn's check of its configuration."""

import os
import secrets
import subprocess
import sys

PRODUCTION = {
    "APP_ENVIRONMENT": "production",
    "APP_SECRET_KEY": secrets.token_urlsafe(64),
    # Most of Django's checks are about TLS.
    "APP_PUBLIC_URL": "https://app.example",
    "DATABASE_URL": "sqlite://:memory:",
}
COMMANDS = (
    ("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
    ("-m", "gunicorn", "--check-config", "config.wsgi"),
)


def main() -> int:
    for command in COMMANDS:
        done = subprocess.run((sys.executable, *command), env={**os.environ, **PRODUCTION}, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
