from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django_tasks import task


@task()
def clear_expired_sessions() -> None:
    """Django never removes expired sessions itself, nor allauth the rows that describe them."""
    call_command("clearsessions")
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
