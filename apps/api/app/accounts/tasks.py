from django.core.management import call_command
from django_tasks import task


@task()
def clear_expired_sessions() -> None:
    """Django never removes expired sessions itself."""
    call_command("clearsessions")
