from importlib import import_module
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialApp, SocialToken
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from app.accounts.models import User

# The provider comes from the environment, and its tokens are not stored.
import_module("allauth.socialaccount.admin")
admin.site.unregister([SocialApp, SocialToken])


class SignInForm(AdminAuthenticationForm):
    def confirm_login_allowed(self, user: Any) -> None:
        """Send users with a second factor to the web app, because this form does not ask for it."""
        super().confirm_login_allowed(user)
        if is_mfa_enabled(user):
            raise ValidationError("This account has a second factor. Sign in at /sign-in, then return here.")


admin.site.login_form = SignInForm


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """Django's user admin, with the e-mail address in place of the user name."""

    ordering = ("email",)
    list_display = ("email", "is_active", "is_staff", "date_joined")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email",)
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        (
            "Permissions",
            {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
        ),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("email", "usable_password", "password1", "password2")}),
    )

    def save_model(self, request: HttpRequest, obj: User, *args: Any) -> None:
        """Delete earlier addresses of the user, because allauth would still accept a sign-in with them."""
        super().save_model(request, obj, *args)
        EmailAddress.objects.filter(user=obj).exclude(email=obj.email).delete()
