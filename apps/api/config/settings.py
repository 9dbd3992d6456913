"""Django's settings. Values that differ between deployments come from `config.environment`.

Every deployment has Nginx in front, which terminates TLS or is told about it, limits requests and sets the
security headers. Comments name the settings that rely on this.
"""

from datetime import timedelta
from email.utils import formataddr
from typing import Any
from urllib.parse import unquote

from app.common.logs import logging_config
from config.databases import database
from config.environment import SMTP_PORTS, load, load_identity

ENVIRONMENT = load()
IDENTITY = load_identity()

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.environment == "development"
TESTING = ENVIRONMENT.environment == "test"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "config.apps.StaticFilesConfig",
    # Before allauth, whose mail templates it replaces.
    "app.accounts",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    # For the template and scripts of /api/docs.
    "ninja",
    "config",
    "app.common",
    "app.exports",
    "app.health",
    "app.jobs",
    "app.notes",
]
if DEBUG or TESTING:
    # The image does not contain this app.
    INSTALLED_APPS.append("development")

MIDDLEWARE = [
    # First, so that every response has a request id and a log line.
    "app.common.middleware.RequestContextMiddleware",
    # Outside middleware that may replace a response, so that every counted stream is closed.
    "app.common.middleware.StreamLimitMiddleware",
    "app.common.middleware.ProblemMiddleware",
    # Before host validation: probes use the container's IP address, not a host name.
    "app.health.middleware.ProbeMiddleware",
    "app.common.middleware.BodyLimitMiddleware",
    "app.common.middleware.ConflictMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # After CSRF, so that a cross-site request gets the CSRF error.
    "app.accounts.middleware.HeadlessMiddleware",
]
# After the request id. Off by default, and then not loaded: docs/guides/observability.md.
if ENVIRONMENT.metrics:
    MIDDLEWARE.insert(1, "app.common.metrics.MetricsMiddleware")
if ENVIRONMENT.otlp_endpoint:
    MIDDLEWARE.insert(1, "app.common.tracing.TracingMiddleware")
if DEBUG:
    MIDDLEWARE.insert(1, "development.middleware.ServerTimingMiddleware")

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database and cache

DATABASES = {
    "default": database(
        ENVIRONMENT.database_url,
        password=ENVIRONMENT.database_password,
        request_timeout_seconds=ENVIRONMENT.request_timeout_seconds,
    ),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# In the database, because allauth keeps its rate limits in the cache and they must count across workers.
# A migration creates the table. Random entries are removed above MAX_ENTRIES: the number is high, so that
# a client cannot push out a rate limit by creating other entries.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

# --- Jobs

# In the database, so that a job exists exactly if the transaction that enqueued it is committed.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Tasks without arguments, and how often they run.
SCHEDULED_JOBS = {
    "app.accounts.tasks.clear_expired_sessions": timedelta(days=1),
    "app.exports.tasks.delete_expired_exports": timedelta(hours=1),
    "app.jobs.tasks.prune_jobs": timedelta(days=1),
}

# --- Hosts, TLS, cookies

ALLOWED_HOSTS = [*ENVIRONMENT.hosts, *(["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])]
# Gunicorn sets the scheme from X-Forwarded-Proto, and only if Nginx sent it. This setting would accept the
# header from any client, so it is for a tunnel to the development server only.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if DEBUG and ENVIRONMENT.dev_url else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.served_over_tls
# Cookies are shared between ports, so that two products on localhost need different names.
SESSION_COOKIE_NAME = f"{IDENTITY.name}-session"
CSRF_COOKIE_NAME = f"{IDENTITY.name}-csrf"
CSRF_FAILURE_VIEW = "app.common.views.csrf_failure"

SILENCED_SYSTEM_CHECKS = [
    # Nginx sends Strict-Transport-Security, because only Nginx knows whether the request used TLS.
    "security.W004",
    # Nginx, or the proxy in front of it, redirects http to https.
    "security.W008",
]

# The same limit as in Nginx. Files stay in memory, as JSON bodies do, because the temporary folder may be
# smaller than the limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = ENVIRONMENT.max_body_bytes
# Open streams per worker. One thread stays free: StreamLimitMiddleware.
MAX_STREAMS = ENVIRONMENT.threads - 1

# --- Users

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    # For /admin/, and for sessions that code opens with `login()`.
    "django.contrib.auth.backends.ModelBackend",
]
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
]

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "app.accounts.adapter.AccountAdapter"
ACCOUNT_SIGNUP_FORM_CLASS = "app.accounts.forms.SignupForm"
# With verification, only a mail to the address says whether it has an account. Without, sign-up does.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if ENVIRONMENT.verifies_email else "none"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ENVIRONMENT.verifies_email
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
# Needs verification: HeadlessMiddleware responds 404 without it.
ACCOUNT_CHANGE_EMAIL = True
# Ask for the password or a second factor again, at most every five minutes. AccountAdapter has the rule for
# users who have neither. A code by mail would not be available in every installation.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = {"password", "mfa"}
# Tell users about changes of their account.
ACCOUNT_EMAIL_NOTIFICATIONS = ENVIRONMENT.sends_mail
# Needs mail: HeadlessMiddleware responds 404 without it.
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
# The mails say how long a code is valid.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
# docs/decisions/0043-two-factor.md
MFA_ADAPTER = "app.accounts.mfa.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_ALLOW_UNVERIFIED_EMAIL = not ENVIRONMENT.verifies_email
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey replaces the password, so the device must ask for a PIN or a fingerprint.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TRUST_ENABLED = True
# The page says how long.
MFA_TRUST_COOKIE_AGE = timedelta(days=14)
MFA_TRUST_COOKIE_NAME = f"{IDENTITY.name}-trusted"
MFA_TOTP_ISSUER = IDENTITY.title
# One sign-in provider, or none. An account with the provider's address is never taken over: decision 45.
OIDC_APP: dict[str, Any] = {}
if ENVIRONMENT.oidc_url:
    OIDC_APP = {
        # Stored with every account that is connected to the provider.
        "provider_id": "oidc",
        "name": ENVIRONMENT.oidc_name,
        "client_id": ENVIRONMENT.oidc_client_id,
        "secret": ENVIRONMENT.oidc_client_secret,
        "settings": {"server_url": str(ENVIRONMENT.oidc_url).rstrip("/"), "oauth_pkce_enabled": True},
    }
SOCIALACCOUNT_ADAPTER = "app.accounts.provider.ProviderAdapter"
# The web app is the only client. It uses the session cookie.
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ["browser"]
# Pages of the web app to which mails and redirects lead.
HEADLESS_FRONTEND_URLS = {
    "account_signup": f"{ENVIRONMENT.address}/sign-up",
    "account_reset_password": f"{ENVIRONMENT.address}/reset-password",
    "socialaccount_login_error": "/sign-in/provider",
}
# Nginx overwrites X-Forwarded-For, so that rate limits count the client's address.
ALLAUTH_TRUSTED_PROXY_COUNT = 1

# --- Mail

EMAIL_SUBJECT_PREFIX = ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{IDENTITY.title}] "
DEFAULT_FROM_EMAIL = SERVER_EMAIL = formataddr((IDENTITY.title, ENVIRONMENT.sender))
# Queues each message as a job. The worker delivers it with the backend below.
EMAIL_BACKEND = "app.common.mail.JobEmailBackend"
MAIL_DELIVERY_BACKEND = ""
SENDS_MAIL = ENVIRONMENT.sends_mail
if ENVIRONMENT.smtp_url:
    MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = str(ENVIRONMENT.smtp_url.host).strip("[]")
    EMAIL_PORT = ENVIRONMENT.smtp_url.port or SMTP_PORTS[ENVIRONMENT.smtp_url.scheme]
    EMAIL_HOST_USER = unquote(ENVIRONMENT.smtp_url.username or "")
    EMAIL_HOST_PASSWORD = ENVIRONMENT.smtp_password
    EMAIL_USE_SSL = ENVIRONMENT.smtp_url.scheme == "smtps"
    EMAIL_USE_TLS = ENVIRONMENT.smtp_url.scheme == "smtp+starttls"
    EMAIL_TIMEOUT = 10
elif DEBUG:
    # Stores messages and shows them at /mail/ of the development server.
    MAIL_DELIVERY_BACKEND = "development.mail.EmailBackend"

# --- Language, time, static files

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
# English only; Accept-Language is ignored.
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.static_root
# File names contain a hash, so that Nginx can let browsers cache them permanently. Development and tests use
# the plain names.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}

# --- Logs

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = logging_config(level=ENVIRONMENT.log_level, readable=ENVIRONMENT.environment != "production")
