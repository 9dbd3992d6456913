from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest


class AccountsConfig(AppConfig):
    name = "app.accounts"

    def ready(self) -> None:
        _keep_spaces_in_passwords()
        user_logged_in.connect(_list_session)


def _list_session(request: HttpRequest, **_arguments: Any) -> None:
    """List every session of a user, also one of /admin/. allauth lists those that its own views open."""
    # Missing in the request of Django's `force_login`, which no client has sent.
    if hasattr(request, "user"):
        import_module("allauth.usersessions.models").UserSession.objects.create_from_request(request)


def _keep_spaces_in_passwords() -> None:
    """Use passwords as entered, as the admin does. The fields of allauth's headless API remove spaces."""
    # These forms cannot be imported before the models are loaded.
    inputs = import_module("allauth.headless.account.inputs")
    for form in (
        inputs.SignupInput,
        inputs.LoginInput,
        inputs.ChangePasswordInput,
        inputs.ResetPasswordInput,
    ):
        for name, field in form.base_fields.items():
            if "password" in name:
                field.strip = False
