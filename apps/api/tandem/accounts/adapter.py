"""Where allauth asks the product."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.validators import MaxLengthValidator

from tandem.accounts.models import EMAIL_MAXIMUM


class AccountAdapter(DefaultAccountAdapter):
    """allauth's own, with what the database demands."""

    def clean_email(self, email: str) -> str:
        """Refuse an address that does not fit: SQLite would keep it, PostgreSQL fail with a 500.

        Raises:
            ValidationError: it is too long as it will be stored, in lower case.
        """
        MaxLengthValidator(EMAIL_MAXIMUM)(email.lower())
        return str(super().clean_email(email))
