"""The product's production settings with the probe's URLs."""

import os

from config.settings import *  # noqa: F403 - all settings of the product

ROOT_URLCONF = "probe.urls"

# All tests share one client address and sign in often.
if os.environ.get("APP_E2E_NO_ACCOUNT_LIMITS"):
    ACCOUNT_RATE_LIMITS = False
