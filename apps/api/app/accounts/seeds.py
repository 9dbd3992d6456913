"""The person of the development database."""

from app.accounts.models import User

EMAIL = "ada@example.com"
PASSWORD = "for-development-only"


def seed_person() -> User:
    """Make the person who may do everything, and have the password above fit again."""
    person = User.objects.filter(email=EMAIL).first() or User.objects.create_superuser(EMAIL)
    if not person.check_password(PASSWORD):
        person.set_password(PASSWORD)
        person.save()
    return person
