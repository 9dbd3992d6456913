"""Create a user with notes: `python -m bench.seed ROWS`. Prints the headers of its requests."""

import json
import sys

import django
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client

_BODY = " ".join(f"word{number}" for number in range(30))
_MATCHES = 10
_CSRF = "b" * 32

django.setup()
rows = int(sys.argv[1])
user = get_user_model().objects.create_user(email="bench@example.org", password=None)
# Through the model, so that columns which it computes are filled too.
model = apps.get_model("notes", "Note")
with transaction.atomic():
    for start in range(0, rows, 5000):
        numbers = range(start, min(start + 5000, rows))
        # The same number of rows match in every database: only the search grows.
        bodies = {n: _BODY if n % (rows // _MATCHES) else f"{_BODY} needle" for n in numbers}
        model.objects.bulk_create(model(owner=user, title=f"Note {n}", body=bodies[n]) for n in numbers)
if connection.vendor == "postgresql":
    # Autovacuum would do it later, in the middle of a measurement.
    connection.cursor().execute("VACUUM ANALYZE")
client = Client()
client.force_login(user)
found = client.get("/api/notes?search=needle", headers={"host": "localhost"}).json()["items"]
if len(found) != _MATCHES:
    raise SystemExit(f"The search finds {len(found)} notes instead of {_MATCHES}.")
session = client.cookies[settings.SESSION_COOKIE_NAME].value
cookie = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={_CSRF}"
sys.stdout.write(json.dumps({"Cookie": cookie, "X-CSRFToken": _CSRF}))
