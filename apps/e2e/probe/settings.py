"""The product's own settings, with the probe's addresses beside the product's."""

import os

from config.settings import *  # noqa: F403 - whatever production runs with
from config.settings import DEBUG

from probe.runserver import keep_raw_uri

ROOT_URLCONF = "probe.urls"

if DEBUG:
    keep_raw_uri()

# Tests sign up and in more often than people do, all of them from one address.
if os.environ.get("APP_E2E_NO_ACCOUNT_LIMITS"):
    ACCOUNT_RATE_LIMITS = False
