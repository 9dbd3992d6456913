from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from app.accounts.models import User


class SignupForm(forms.Form):
    """Base class of allauth's sign-up form (ACCOUNT_SIGNUP_FORM_CLASS)."""

    def clean(self) -> dict[str, Any]:
        """Compare the password with the e-mail address. allauth validates the password without a user."""
        cleaned: dict[str, Any] = super().clean() or {}
        email, password = cleaned.get("email"), cleaned.get("password")
        if email and password:
            try:
                validate_password(password, User(email=email))
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned

    def signup(self, request: HttpRequest, user: User) -> None:
        """Do nothing: allauth requires this method, but there is nothing more to save."""
