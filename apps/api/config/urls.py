"""All URLs of Django. Nginx forwards only /api/ and /admin/."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path

from app.common.views import unknown_address
from config import docs
from config.api import api

admin.site.site_title = settings.IDENTITY.title
admin.site.site_header = f"{settings.IDENTITY.title} administration"

handler500 = "app.common.views.server_error"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/auth/", include("app.accounts.urls")),
    path("api/openapi.json", docs.openapi_json),
    path("api/docs", docs.swagger),
    path("api/", api.urls),
    # Last, for every other path under /api/. It also keeps APPEND_SLASH from redirecting them.
    re_path(r"^api(?:/|$)", unknown_address),
    *([path("", include("development.urls"))] if settings.DEBUG else []),
]
