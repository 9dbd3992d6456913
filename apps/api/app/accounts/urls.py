"""Addresses of sign-in: allauth's headless API for browsers, nothing of its pages."""

from django.urls import include, path, re_path

from app.common.views import unknown_address

# These answer by mail or by SMS, and this installation sends neither: left open, they are 500s. Once
# EMAIL_* is set, the lines that it makes work go, and the OpenAPI document gains them by itself.
NEEDS_MAIL = r"^browser/v1/(?:account/email|auth/(?:code|email|password)/.*)$"
NEEDS_SMS = r"^browser/v1/(?:account/phone|auth/phone/.*)$"

urlpatterns = [
    re_path(NEEDS_MAIL, unknown_address),
    re_path(NEEDS_SMS, unknown_address),
    path("", include("allauth.headless.urls")),
]
