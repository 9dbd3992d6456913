"""Users for tests, created without the sign-up page, which is rate limited."""

import json

from allauth.account.internal.flows.login import clear_authentication_records, record_authentication
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_exempt

# Production's number of iterations would take a third of the suite's time. Signing in upgrades the hash.
_HASHER = PBKDF2PasswordHasher()
_ITERATIONS = 1


@csrf_exempt
def create(request: HttpRequest) -> HttpResponse:
    """Create a user from `{"email", "password"}` and sign in with the cookies of the response.

    With `"second_factor": true`, the user has an authenticator app and recovery codes.
    """
    credentials = json.loads(request.body)
    user = get_user_model().objects.create_user(email=credentials["email"], password=None)
    user.password = _HASHER.encode(credentials["password"], _HASHER.salt(), iterations=_ITERATIONS)
    user.save()
    EmailAddress.objects.create(user=user, email=credentials["email"], verified=True, primary=True)
    if credentials.get("second_factor"):
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, user, "password", email=user.email)
    get_token(request)
    return JsonResponse({"email": credentials["email"]}, status=201)


@csrf_exempt
def expire_sign_in(request: HttpRequest) -> HttpResponse:
    """Let the API ask for a confirmation of the identity, as it does some minutes after a sign-in."""
    clear_authentication_records(request)
    return HttpResponse(status=204)
