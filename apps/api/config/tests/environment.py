"""Loaded by pytest before Django is set up: tests run in an environment of their own."""

import os

os.environ["TANDEM_ENVIRONMENT"] = "test"
os.environ["TANDEM_PUBLIC_URL"] = "http://testserver"
os.environ.pop("DATABASE_URL", None)
