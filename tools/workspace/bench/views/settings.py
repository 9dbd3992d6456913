from config.settings import *

ROOT_URLCONF = "bench.urls"
