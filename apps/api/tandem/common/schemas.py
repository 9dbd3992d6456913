"""Bases for what the API reads."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Input(BaseModel):
    """What a client sends: types as declared, and not a field more."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _refuse_nul(text: str) -> str:
    if "\0" in text:
        message = "this text has a character that can't be saved"
        raise ValueError(message)
    return text


# PostgreSQL stores no NUL in text; SQLite does, and then cuts it short in functions.
Text = Annotated[str, AfterValidator(_refuse_nul)]
