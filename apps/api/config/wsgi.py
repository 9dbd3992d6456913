"""The WSGI application that Gunicorn serves. Production settings, unless the environment says otherwise."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

# Django imports the views at the first request. Gunicorn forks after this module is loaded: done here, no
# worker does it again, and a recycled one answers its first request as fast as its second.
_ = get_resolver().url_patterns
