"""What signing up checks beyond allauth's own form."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from app.accounts.models import User


class SignupForm(forms.Form):
    """The base that allauth puts below its own form (ACCOUNT_SIGNUP_FORM_CLASS)."""

    def clean(self) -> dict[str, Any]:
        """Compare the password with the address, which allauth's headless form does not know then."""
        cleaned: dict[str, Any] = super().clean() or {}
        email, password = cleaned.get("email"), cleaned.get("password")
        if email and password:
            try:
                validate_password(password, User(email=email))
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned

    def signup(self, request: HttpRequest, user: User) -> None:
        """Nothing more to save; allauth calls it."""
