"""The product's own settings, with the probe's addresses beside the product's."""

from config.settings import *  # noqa: F403 - whatever production runs with
from config.settings import DEBUG

from probe.runserver import keep_raw_uri

ROOT_URLCONF = "probe.urls"

if DEBUG:
    keep_raw_uri()
