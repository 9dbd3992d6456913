"""The product's own settings, with the probe's addresses beside the product's."""

from config.settings import *  # noqa: F403 - whatever production runs with

ROOT_URLCONF = "probe.urls"
