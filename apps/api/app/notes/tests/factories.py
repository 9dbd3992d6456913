"""Notes for tests."""

from factory.declarations import Sequence
from factory.django import DjangoModelFactory

from app.notes.models import Note


class NoteFactory(DjangoModelFactory[Note]):
    """A note; its owner has to be said."""

    class Meta:
        model = Note

    title = Sequence(lambda n: f"Note {n}")
    body = "Some text."
