"""Every address that Django answers. Nginx sends it /api/ and /admin/ alone."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path

from app.common.views import unknown_address
from config import docs
from config.api import api

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/auth/", include("app.accounts.urls")),
    path("api/openapi.json", docs.openapi_json),
    path("api/docs", docs.swagger),
    path("api/", api.urls),
    # Last: an address that nothing has is a problem, in development too, and gets no slash appended.
    re_path(r"^api(?:/|$)", unknown_address),
    *([path("", include("config.development.urls"))] if settings.DEBUG else []),
]
