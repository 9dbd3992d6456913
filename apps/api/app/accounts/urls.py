"""allauth's headless API for browsers, without the parts that need services which are not set up."""

from django.urls import include, path, re_path

from app.common.views import unknown_address

# These operations send e-mail or SMS and would respond 500. After configuring EMAIL_*, remove the first
# pattern; the OpenAPI document then includes the operations.
NEEDS_MAIL = r"^browser/v1/(?:account/email|auth/(?:code|email|password)/.*)$"
NEEDS_SMS = r"^browser/v1/(?:account/phone|auth/phone/.*)$"

urlpatterns = [
    re_path(NEEDS_MAIL, unknown_address),
    re_path(NEEDS_SMS, unknown_address),
    path("", include("allauth.headless.urls")),
]
