from django.http import HttpResponse

from app.common.problems import problem_response

# The periods of allauth's rate limits: one minute, except for `login_failed`.
# https://docs.allauth.org/en/latest/account/rate_limits.html
MINUTE = 60
FAILED_SIGN_INS = 5 * MINUTE

# Names of allauth's URLs that are of no use without a mail server.
NEED_MAIL = {
    "manage_email",
    "request_password_reset",
    "reset_password",
    "verify_email",
    "resend_email_verification_code",
}
# Those that are of no use without a sign-in provider.
NEED_PROVIDER = {"manage_providers", "redirect_to_provider"}


def too_many_attempts(seconds: int) -> HttpResponse:
    """Respond 429, with the seconds after which an attempt is accepted again."""
    wait = "a minute" if seconds <= MINUTE else f"{seconds // MINUTE} minutes"
    return problem_response(429, f"Wait {wait}, then try again.", headers={"Retry-After": str(seconds)})
