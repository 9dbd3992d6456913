from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django_tasks import task


@task()
def clear_expired_sessions() -> None:
    """Delete expired sessions and the rows that describe them. Neither Django nor allauth does."""
    call_command("clearsessions")
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
