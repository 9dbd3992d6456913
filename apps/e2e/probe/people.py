"""People for tests, made without the sign-up page, whose rate limit parallel tests would meet."""

import json

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_exempt

# Hashing as slowly as production does would take a third of the suite's time. Signing in replaces the hash
# by a slow one, as it does after every change of the setting.
_HASHER = PBKDF2PasswordHasher()
_ITERATIONS = 1


@csrf_exempt
def create(request: HttpRequest) -> HttpResponse:
    """Create a person from `{"email", "password", "staff"?}` and sign them in on the answer's cookies."""
    wish = json.loads(request.body)
    people = get_user_model().objects
    make = people.create_superuser if wish.get("staff") else people.create_user
    user = make(email=wish["email"], password=None)
    user.password = _HASHER.encode(wish["password"], _HASHER.salt(), iterations=_ITERATIONS)
    user.save()
    EmailAddress.objects.create(user=user, email=wish["email"], verified=True, primary=True)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    get_token(request)
    return JsonResponse({"email": wish["email"]}, status=201)
