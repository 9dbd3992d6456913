"""Two-factor authentication: what allauth leaves to the application (MFA_ADAPTER)."""

import logging
from base64 import urlsafe_b64encode
from functools import cache

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

logger = logging.getLogger(__name__)


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code is wrong, expired or already used. Enter the current one.",
        "unverified_email": "Confirm your email address first: sign out, then sign in again.",
    }

    def encrypt(self, text: str) -> str:
        return _cipher(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a random secret, which no code matches, if the secret key has changed."""
        try:
            return _cipher(settings.SECRET_KEY).decrypt(encrypted_text).decode()
        except InvalidToken:
            logger.warning("A two-factor secret cannot be decrypted, because APP_SECRET_KEY has changed.")
            return generate_totp_secret()

    def build_totp_url(self, user: AbstractBaseUser, secret: str) -> str:
        """Require reauthentication before the set-up. allauth asks after the code, which then expires."""
        raise_if_reauthentication_required(context.request, app="allauth.mfa")
        return str(super().build_totp_url(user, secret))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": settings.IDENTITY.title}


@cache
def _cipher(secret_key: str) -> Fernet:
    key = HKDF(SHA256(), length=32, salt=None, info=b"two-factor secrets").derive(secret_key.encode())
    return Fernet(urlsafe_b64encode(key))
