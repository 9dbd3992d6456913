"""People for tests, made without the sign-up page, whose rate limit parallel tests would meet."""

import json

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def create(request: HttpRequest) -> HttpResponse:
    """Create a person from `{"email", "password", "staff"?}` and sign them in on the answer's cookies."""
    wish = json.loads(request.body)
    manager = get_user_model().objects
    username_field = get_user_model().USERNAME_FIELD
    fields = {username_field: wish["email"], "email": wish["email"], "password": wish["password"]}
    make = manager.create_superuser if wish.get("staff") else manager.create_user
    user = make(**fields)
    EmailAddress.objects.create(user=user, email=wish["email"], verified=True, primary=True)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    get_token(request)
    return JsonResponse({"email": wish["email"]}, status=201)
