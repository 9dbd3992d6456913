"""People for tests."""

from typing import Any

from factory.declarations import Sequence
from factory.django import DjangoModelFactory

from app.accounts.models import User

PASSWORD = "correct horse battery staple"


class UserFactory(DjangoModelFactory[User]):
    """A person with an address of their own and the password above."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = Sequence(lambda n: f"person-{n}@example.com")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        del args
        return model_class.objects.create_user(password=kwargs.pop("password", PASSWORD), **kwargs)
