"""The answer to trying too often, whichever of allauth's limits it was."""

from django.http import HttpResponse

from app.common.problems import problem_response

# Most of allauth's limits count the tries of the last minute.
MINUTE = 60
# Failed tries for one account count for longer: `login_failed` in
# https://docs.allauth.org/en/latest/account/rate_limits.html
FAILED_SIGN_INS = 5 * MINUTE


def too_many_tries(seconds: int) -> HttpResponse:
    """Refuse, and say when to come back.

    Args:
        seconds: after them, no try until now counts any more.
    """
    wait = "a minute" if seconds <= MINUTE else f"{seconds // MINUTE} minutes"
    detail = f"Wait {wait}, then try again."
    return problem_response(429, detail, headers={"Retry-After": str(seconds)})
