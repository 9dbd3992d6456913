import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.base.response import AuthenticationResponse
from allauth.headless.internal.restkit.response import ErrorResponse
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.template.loader import render_to_string

from app.accounts.limits import FAILED_SIGN_INS, too_many_attempts
from app.accounts.models import EMAIL_MAX_LENGTH, User
from app.common import mail

# Mails about changes of an account, by allauth's name, with their subject.
NOTIFICATIONS = {
    "account/email/email_changed": "Your email address was changed",
    "account/email/password_changed": "Your password was changed",
    "account/email/password_reset": "Your password was changed",
    "account/email/password_set": "Your account has a password now",
    "mfa/email/totp_activated": "An authenticator app was added to your account",
    "mfa/email/totp_deactivated": "The authenticator app was removed from your account",
    "mfa/email/recovery_codes_generated": "You have new recovery codes",
    "mfa/email/webauthn_added": "A passkey was added to your account",
    "mfa/email/webauthn_removed": "A passkey was removed from your account",
    "socialaccount/email/account_connected": "A sign-in provider was connected to your account",
    "socialaccount/email/account_disconnected": "The sign-in provider was disconnected from your account",
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Wrong email or password.",
        "email_taken": "This email already has an account.",
        "incorrect_code": "This code is wrong. Compare it with the mail.",
    }

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], _headers: Any = None
    ) -> EmailMessage:
        """Use the layouts of `app.common.mail`. allauth would need an HTML template for each mail."""
        # The same mail after a sign-up and after a sign-in.
        template_prefix = template_prefix.removesuffix("_signup")
        if template_prefix in NOTIFICATIONS:
            context = {**context, "subject": NOTIFICATIONS[template_prefix]}
            template_prefix = "account/email/notification"
        subject = render_to_string(f"{template_prefix}_subject.txt", context)
        return mail.compose(
            f"{template_prefix}_message.txt",
            self.format_email_subject(" ".join(subject.split())),
            [email] if isinstance(email, str) else email,
            context,
        )

    def clean_email(self, email: str) -> str:
        """Check the length in lower case, as it is stored. PostgreSQL would fail, SQLite would not."""
        MaxLengthValidator(EMAIL_MAX_LENGTH, "This email is too long.")(email.lower())
        return str(super().clean_email(email))

    def save_user(self, request: HttpRequest, user: Any, form: Any, *args: Any, **options: Any) -> Any:
        """Respond as for a taken address if another sign-up saved it after this form was checked."""
        try:
            return super().save_user(request, user, form, *args, **options)
        except IntegrityError:
            if not User.objects.filter(email=user.email).exists():
                raise
            if settings.ACCOUNT_EMAIL_VERIFICATION == "mandatory":
                form.account_already_exists = True
                _, response = form.try_save(request)
                raise ImmediateHttpResponse(AuthenticationResponse.from_response(request, response)) from None
            form.add_error("email", self.validation_error("email_taken"))
            raise ImmediateHttpResponse(ErrorResponse(request, input=form)) from None

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Change the address of the user and of allauth together, or respond that another user has it."""
        try:
            with transaction.atomic():
                confirmed = super().confirm_email(request, email_address)
        except IntegrityError:
            if not User.objects.filter(email=email_address.email).exists():
                raise
            confirmed = False
        if not confirmed:
            taken = self.validation_error("email_taken")
            raise ImmediateHttpResponse(ErrorResponse(request, exception=taken))
        return True

    def send_account_already_exists_mail(self, email: str) -> None:
        """Take as long as a sign-up, which hashes a password, so that the time does not tell them apart."""
        make_password(email)
        super().send_account_already_exists_mail(email)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Hash as often for an unknown address as `User.check_password` does for a known one."""
        super().authentication_failed(request, **credentials)
        password = credentials["password"]
        if (
            password != password.strip()
            and not User.objects.filter(email=credentials["email"].lower()).exists()
        ):
            for _ in settings.AUTHENTICATION_BACKENDS:
                make_password(password)

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Keep the session, which depends on the hash of the password: Django replaces an old hash here."""
        is_accepted = bool(super().reauthenticate(user, password))
        if is_accepted:
            user.refresh_from_db(fields=["password"])
            context.request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        return is_accepted

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Accept a recent sign-in from a user who can only confirm the identity at the provider."""
        request = context.request
        records = get_authentication_records(request, request.user)
        is_recent = bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT
        if is_recent and not get_reauthentication_flows(request.user):
            return False
        return bool(super().is_reauthentication_required(app=app, **options))

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Respond 429 after too many failed attempts. allauth would respond 400 with a form error."""
        if code in {"too_many_login_attempts", "rate_limited"}:
            raise ImmediateHttpResponse(too_many_attempts(FAILED_SIGN_INS))
        return super().validation_error(code, *args)
