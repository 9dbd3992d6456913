"""Where allauth asks the product."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

from app.accounts.limits import FAILED_SIGN_INS, too_many_tries
from app.accounts.models import EMAIL_MAXIMUM


class AccountAdapter(DefaultAccountAdapter):
    """allauth's own, with what the database and the proxy contract demand."""

    def clean_email(self, email: str) -> str:
        """Refuse an address that does not fit: SQLite would keep it, PostgreSQL fail with a 500.

        Raises:
            ValidationError: it is too long as it will be stored, in lower case.
        """
        MaxLengthValidator(EMAIL_MAXIMUM)(email.lower())
        return str(super().clean_email(email))

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Refuse further guesses with the status that says so; allauth would make a form's error of it.

        Raises:
            ImmediateHttpResponse: somebody has failed to sign in too often.
        """
        if code == "too_many_login_attempts":
            raise ImmediateHttpResponse(too_many_tries(FAILED_SIGN_INS))
        return super().validation_error(code, *args)
