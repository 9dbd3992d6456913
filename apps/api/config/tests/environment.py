"""Loaded by pytest before Django is set up: tests run in an environment of their own."""

import os

os.environ["APP_ENVIRONMENT"] = "test"
os.environ["APP_PUBLIC_URL"] = "http://testserver"
# SQLite, unless somebody names another; never the database that work is done in.
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")
