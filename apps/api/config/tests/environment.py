"""Loaded by pytest before Django is set up: tests run in an environment of their own."""

import os

os.environ["TANDEM_ENVIRONMENT"] = "test"
os.environ["TANDEM_PUBLIC_URL"] = "http://testserver"
# SQLite, unless somebody names another; never the database that work is done in.
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")
