"""Pytest loads this before Django (see pyproject.toml), so that tests never use the developer's database."""

import os

os.environ["APP_ENVIRONMENT"] = "test"
os.environ["APP_PUBLIC_URL"] = "http://testserver"
os.environ["DATABASE_URL"] = ""
