"""Rows in the product's database, so that a test can look for every acknowledged write."""

from datetime import timedelta
from uuid import uuid4

from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from probe.processes import process


@csrf_exempt
def rows(request: HttpRequest, name: str) -> HttpResponse:
    """POST stores the body as a new row; GET returns the stored bodies."""
    if request.method == "POST":
        # The table of sessions exists in every product.
        expires = timezone.now() + timedelta(days=1)
        data = f"{name} {request.body.decode()}"
        Session.objects.create(session_key=uuid4().hex, session_data=data, expire_date=expires)
        return process(request)
    found = Session.objects.filter(session_data__startswith=f"{name} ").values_list("session_data", flat=True)
    return JsonResponse({"lines": [data.removeprefix(f"{name} ") for data in found]})
