from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

# The longest address that mail can be delivered to (RFC 5321, section 4.5.3.1.3).
EMAIL_MAX_LENGTH = 254


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a user. Without a password, the user cannot sign in."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A user who signs in with an e-mail address; there is no user name."""

    email = models.EmailField("e-mail address", unique=True, max_length=EMAIL_MAX_LENGTH)
    is_active = models.BooleanField("active", default=True)
    is_staff = models.BooleanField("staff", default=False, help_text="May open /admin/.")
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"

    class Meta:
        ordering = ("email",)
        constraints = (models.UniqueConstraint(Lower("email"), name="user_email_any_case"),)

    def __str__(self) -> str:
        return self.email

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """Return the address in lower case, which is how allauth stores and finds it. Forms call this."""
        return username.lower()

    def save(self, *args: Any, **options: Any) -> None:
        self.email = self.normalize_username(self.email)
        super().save(*args, **options)

    def check_password(self, raw_password: str | None) -> bool:
        """Accept spaces around a password that allauth's sign-up stored without them, as it did before."""
        stripped = raw_password.strip() if raw_password else raw_password
        return super().check_password(raw_password) or (
            stripped != raw_password and super().check_password(stripped)
        )
