"""Sign-in through one OpenID Connect provider, which the environment names (settings.OIDC_APP)."""

from typing import Any

import structlog
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.utils import filter_users_by_email
from allauth.headless.base.views import APIView
from allauth.headless.constants import Client
from allauth.headless.internal.restkit import inputs
from allauth.headless.internal.restkit.response import APIResponse
from allauth.headless.socialaccount.forms import RedirectToProviderForm
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from requests import RequestException

from app.common.problems import problem_response

log = structlog.get_logger("app.provider")

PROVIDER_TYPE = "openid_connect"
UNAVAILABLE = (
    "The sign-in provider does not respond. Try again later, or use your email address and password."
)
# The provider does not respond, or responds with something else than OpenID Connect.
PROVIDER_ERRORS = (
    RequestException,
    OAuth2Error,
    ImproperlyConfigured,
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
)


class ProviderAdapter(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "no_password": "Choose a password first, so that you can still sign in.",
        "no_verified_email": "Confirm your email address first, so that you can still sign in.",
    }

    def list_apps(
        self, _request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Read the settings only. allauth also queries the database, for every response without a session."""
        app = settings.OIDC_APP
        if not app or provider not in {None, PROVIDER_TYPE, app["provider_id"]}:
            return []
        return [SocialApp(provider=PROVIDER_TYPE, **app)] if client_id in {None, app["client_id"]} else []

    def pre_social_login(self, _request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse a sign-up that allauth would continue with a form for another address."""
        if sociallogin.is_existing or sociallogin.state["process"] != AuthProcess.LOGIN:
            return
        if not sociallogin.email_addresses:
            raise ValidationError("The provider sent no address.", code="no_email")
        address = sociallogin.email_addresses[0]
        # With verification, only a mail tells a user whose address is not verified that it has an account.
        is_told = address.verified or settings.ACCOUNT_EMAIL_VERIFICATION != "mandatory"
        if is_told and filter_users_by_email(address.email):
            raise self.validation_error("email_taken", sociallogin.provider.name)

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Any:
        """Respond as for a taken address if another sign-up saved it after the check."""
        try:
            with transaction.atomic():
                return super().save_user(request, sociallogin, form)
        except IntegrityError:
            raise self.validation_error("email_taken", sociallogin.provider.name) from None

    def on_authentication_error(self, *_args: Any, exception: Any = None, **_options: Any) -> None:
        if exception is not None:
            log.warning("the sign-in provider failed", error=repr(exception))


class RedirectInput(RedirectToProviderForm, inputs.Input):
    """The fields of allauth's form, as JSON."""


class RedirectToProviderView(APIView):
    """Respond with the address at the provider, for the app to open: decision 45."""

    input_class = RedirectInput

    def post(self, request: HttpRequest) -> HttpResponseBase:
        data = self.input.cleaned_data
        parameters = data["provider"].get_auth_params()
        if data["process"] == AuthProcess.CONNECT:
            # Before the user leaves the app. allauth asks only after the return.
            raise_if_reauthentication_required(request, app="allauth.socialaccount")
        elif request.user.is_authenticated:
            # The user confirms the identity: the session at the provider is not enough.
            parameters["prompt"] = "login"
        try:
            response = data["provider"].redirect(
                request,
                data["process"],
                next_url=data["callback_url"],
                auth_params=parameters,
                headless=True,
            )
        except PROVIDER_ERRORS as error:
            log.warning("the sign-in provider failed", error=repr(error))
            return problem_response(503, UNAVAILABLE)
        return APIResponse(request, data={"url": response.url})


redirect = RedirectToProviderView.as_api_view(client=Client.BROWSER)


def callback(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Lead back to the app, with or without a session. allauth's view fails if the provider does."""
    try:
        response: HttpResponseBase = views.callback(request, provider_id)
    except PROVIDER_ERRORS as error:
        provider = get_adapter().get_provider(request, provider_id)
        response = render_authentication_error(request, provider, exception=error)
    return response
