from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "app.accounts"

    def ready(self) -> None:
        _keep_spaces_in_passwords()


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
