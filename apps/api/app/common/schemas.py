"""Bases for what the API reads."""

from django.http import HttpRequest
from ninja.errors import ValidationError
from pydantic import AfterValidator, BaseModel, ConfigDict


class Input(BaseModel):
    """What a client sends: types as declared, and not a field more."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _refuse_nul(text: str) -> str:
    if "\0" in text:
        message = "this text has a character that can't be saved"
        raise ValueError(message)
    return text


# For every text: PostgreSQL stores no NUL; SQLite does, and then cuts the text short in functions.
NO_NUL = AfterValidator(_refuse_nul)


def refuse_unknown(request: HttpRequest, query: BaseModel) -> None:
    """Refuse a query with a parameter that nothing reads: a slip of the pen would show everything.

    Ninja hands over the known ones alone, so that the schema's own `extra="forbid"` never sees it.

    Raises:
        ValidationError: names every unknown parameter.
    """
    unknown = sorted(request.GET.keys() - type(query).model_fields.keys())
    if unknown:
        message = "There is no such parameter."
        raise ValidationError(
            [{"loc": ("query", n), "msg": message, "type": "extra_forbidden"} for n in unknown]
        )
