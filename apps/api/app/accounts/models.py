"""The person: an e-mail address and a password, no user name."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

# The longest address that mail can be delivered to (RFC 5321, 4.5.3.1.3).
EMAIL_MAXIMUM = 254


class UserManager(BaseUserManager["User"]):
    """Makes people by address; `createsuperuser` needs both methods by these names."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a person; without a password, nobody can sign in as them.

        Raises:
            ValueError: when there is no address.
        """
        if not email:
            message = "a person needs an e-mail address"
            raise ValueError(message)
        # Lower case as a whole, as allauth keeps it: nobody means two people by two spellings.
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a person who may do everything in /admin/."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who can sign in."""

    email = models.EmailField("e-mail address", unique=True, max_length=EMAIL_MAXIMUM)
    is_active = models.BooleanField("active", default=True)
    is_staff = models.BooleanField("staff", default=False, help_text="May open /admin/.")
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"

    class Meta:
        """One person an address, whatever its case."""

        ordering = ("email",)
        constraints = (models.UniqueConstraint(Lower("email"), name="user_email_any_case"),)

    def __str__(self) -> str:
        """The address."""
        return self.email
