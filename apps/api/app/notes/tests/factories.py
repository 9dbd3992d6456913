from typing import Any

from factory.declarations import Sequence
from factory.django import DjangoModelFactory

from app.notes.models import Note


class NoteFactory(DjangoModelFactory[Note]):
    """The owner has to be passed."""

    class Meta:
        model = Note

    title = Sequence(lambda n: f"Title {n}")
    body = "Some body."


def note_data(**changes: Any) -> dict[str, Any]:
    """Return the JSON of a valid request to create a note."""
    return {"title": "Title one", "body": "Some body.", **changes}
