"""allauth's headless API for browsers, without the parts that need services which are not set up."""

from django.urls import include, path, re_path

from app.common.views import unknown_address

# A change of the address, sign-in with a code, and phone numbers, which need SMS. Without this pattern, the
# OpenAPI document includes them.
UNUSED = r"^browser/v1/(?:account/(?:email|phone)|auth/(?:code|phone)/.*)$"

urlpatterns = [
    re_path(UNUSED, unknown_address),
    path("", include("allauth.headless.urls")),
]
