"""Django's settings. What varies comes from `config.environment`; everything here is decided.

Nginx stands in front in every deployment: it ends TLS or hears of it, limits requests, and owns
the security headers. Each setting that relies on that says so.
"""

from pathlib import Path

from app.common.logs import logging_config
from config.databases import database
from config.environment import load

ENVIRONMENT = load()
BASE_DIR = Path(__file__).resolve().parent.parent

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
    "django.contrib.staticfiles",
    "allauth.account",
    "allauth.headless",
    # Its templates and scripts serve /api/docs from this origin.
    "ninja",
    "config",
    "app.common",
    "app.accounts",
    "app.notes",
    "app.health",
]

MIDDLEWARE = [
    # Outermost: gives the request its id, and writes its line when everything else is done.
    "app.common.middleware.RequestContextMiddleware",
    "app.common.middleware.ProblemMiddleware",
    # Above whatever asks for the host: a probe comes by address, not by name.
    "app.health.middleware.LivenessMiddleware",
    "app.common.middleware.BodyLimitMiddleware",
    "app.common.middleware.JsonOnlyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "app.accounts.middleware.HeadlessMiddleware",
]

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

# --- Data

DATABASES = {
    "default": database(
        ENVIRONMENT.database_url,
        password=ENVIRONMENT.database_password,
        request_timeout_seconds=ENVIRONMENT.request_timeout_seconds,
    ),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# In the database, because allauth's rate limits live in the cache and must count over all workers.
# The table is made by a migration. Entries are culled at random when there are too many: enough
# room that nobody can push a rate limit out by making others.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

# --- Hosts, TLS, cookies

ALLOWED_HOSTS = [*ENVIRONMENT.hosts, *(["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])]
# Django's defaults are right here, and each is a row of the proxy contract: the host is Host as Nginx passes
# it, cookies are SameSite=Lax, and only the CSRF token's can be read by script, which sends it back as
# X-CSRFToken. The scheme is Gunicorn's word, which believes X-Forwarded-Proto from Nginx alone; with
# SECURE_PROXY_SSL_HEADER, Django would believe it from anybody.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.served_over_tls
CSRF_FAILURE_VIEW = "app.common.views.csrf_failure"

SILENCED_SYSTEM_CHECKS = [
    # Nginx owns Strict-Transport-Security: it alone knows whether this request came over TLS.
    "security.W004",
    # Nginx, or the proxy in front of it, redirects http to https; Gunicorn is never reached directly.
    "security.W008",
]

# --- Limits, each the same number as Nginx's

DATA_UPLOAD_MAX_MEMORY_SIZE = ENVIRONMENT.max_body_bytes

# --- People

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    # For /admin/, and for sessions that code opens by itself.
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
# This installation sends no mail yet, so that it can't verify an address.
ACCOUNT_EMAIL_VERIFICATION = "none"
# The web app is the only client, and it has a session cookie.
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ["browser"]
# One proxy, Nginx, which overwrites X-Forwarded-For: rate limits count each client's own address.
ALLAUTH_TRUSTED_PROXY_COUNT = 1

# --- Mail

if DEBUG:
    # Shown at /mail/ of Django's own port; nothing leaves the machine.
    EMAIL_BACKEND = "config.development.mail.EmailBackend"

# --- Language, time, static files

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
# One language: nothing is negotiated from Accept-Language.
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.static_root
# Hashed names, so that Nginx can let browsers keep them for ever. Development and tests serve or
# name the files as they are.
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
