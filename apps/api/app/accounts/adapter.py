from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

from app.accounts.limits import FAILED_SIGN_INS, too_many_attempts
from app.accounts.models import EMAIL_MAX_LENGTH


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email: str) -> str:
        """Check the length in lower case, as it is stored. PostgreSQL would fail, SQLite would not."""
        MaxLengthValidator(EMAIL_MAX_LENGTH)(email.lower())
        return str(super().clean_email(email))

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Respond 429 after too many failed attempts. allauth would respond 400 with a form error."""
        if code == "too_many_login_attempts":
            raise ImmediateHttpResponse(too_many_attempts(FAILED_SIGN_INS))
        return super().validation_error(code, *args)
