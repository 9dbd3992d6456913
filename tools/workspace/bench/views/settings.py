from config.settings import *  # noqa: F403 - all settings of the product

ROOT_URLCONF = "bench.urls"
