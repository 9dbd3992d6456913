"""allauth's headless API for browsers, without the parts that need services which are not set up."""

from django.urls import include, path, re_path

from app.accounts import provider
from app.common.views import unknown_address

# Sign-in and reauthentication with a code, phone numbers, which need SMS, sign-up with a passkey, tokens and
# forms of a provider. Without this pattern, the OpenAPI document includes them.
UNUSED = (
    r"^browser/v1/(?:account/phone|auth/(?:(?:reauthenticate/)?(?:code|phone)/.*"
    r"|webauthn/signup|provider/(?:signup|token)))$"
)
# Views in place of allauth's.
REPLACED = [path("browser/v1/auth/provider/redirect", provider.redirect, name="redirect_to_provider")]

urlpatterns = [
    re_path(UNUSED, unknown_address),
    path("", include((REPLACED, "headless"), namespace="replaced")),
    # The name that allauth uses for the address to which the provider returns.
    path("provider/callback", provider.callback, {"provider_id": "oidc"}, name="openid_connect_callback"),
    path("", include("allauth.headless.urls")),
]
