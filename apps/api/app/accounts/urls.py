"""allauth's headless API for browsers, without the parts that need services which are not set up."""

from django.urls import include, path, re_path

from app.common.views import unknown_address

# Sign-in with a code, phone numbers, which need SMS, and sign-up with a passkey. Without this pattern, the
# OpenAPI document includes them.
UNUSED = r"^browser/v1/(?:account/phone|auth/(?:code|phone)/.*|auth/webauthn/signup)$"

urlpatterns = [
    re_path(UNUSED, unknown_address),
    path("", include("allauth.headless.urls")),
]
