"""Base class and field types of request bodies.

JSON has neither dates nor exact decimals, so both are strings. Each type accepts one format only: Pydantic
alone would also accept the number 5 as a date in 1970.
"""

import datetime as dt
import re
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import to_json

# The largest value of a signed 32-bit column.
MAX_INTEGER = 2**31 - 1

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_validate_email = EmailValidator()
# Other schemes, such as javascript: and data:, would run in the page that shows the link.
_validate_url = URLValidator(schemes=["http", "https"])


class Input(BaseModel):
    """Base of request bodies: no type conversion, no unknown fields."""

    model_config = ConfigDict(extra="forbid", strict=True)

    def __init__(self, /, **data: Any) -> None:
        """Validate in Pydantic's JSON mode, although Ninja passes parsed JSON.

        In Python mode, a strict field accepts only its own type, so that no JSON would be a valid datetime,
        UUID or enum member.
        """
        self.__pydantic_validator__.validate_json(to_json(data), self_instance=self)


def _reject_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("Remove the NUL character.")
    return text


def _parse_date(value: Any) -> dt.date:
    # `fromisoformat` alone would also accept 2026-W48-1 and 20261123.
    if isinstance(value, str) and _DATE.fullmatch(value):
        with suppress(ValueError):
            return dt.date.fromisoformat(value)
    raise ValueError("Enter a date such as 2026-11-23.")


def _parse_datetime(value: Any) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("Enter a date and time such as 2026-11-23T10:30:00Z.") from None
    if moment.tzinfo is None:
        raise ValueError("Add the time zone, as in 2026-11-23T10:30:00Z.")
    # Browsers' date and time fields have no fractions: saving a form must not change the value.
    try:
        return moment.astimezone(dt.UTC).replace(microsecond=0)
    except OverflowError:
        raise ValueError("Enter a year between 1 and 9999.") from None


def _parse_reference(value: Any) -> UUID:
    try:
        return UUID(value)
    except (AttributeError, TypeError, ValueError):
        raise ValueError("Choose an item from the list.") from None


def _check_email(text: str) -> str:
    try:
        if text:
            _validate_email(text)
    except ValidationError:
        raise ValueError("Enter an e-mail address such as mira@example.com.") from None
    return text


def _check_url(text: str) -> str:
    try:
        if text:
            _validate_url(text)
    except ValidationError:
        raise ValueError("Enter an address that starts with https:// or http://.") from None
    return text


def parse_decimal(*, max_digits: int, decimal_places: int) -> BeforeValidator:
    """Return a validator that converts a string such as `12.50`, with the limits of a `DecimalField`."""
    integer_digits = max_digits - decimal_places

    def parse(value: Any) -> Decimal:
        try:
            # JSON numbers are not accepted, because a client may have rounded them.
            number = Decimal(value) if isinstance(value, str) else None
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite():
            raise ValueError("Enter a number such as 12.50.")
        if abs(number) >= Decimal(10) ** integer_digits:
            raise ValueError(f"Enter at most {integer_digits} digits before the decimal point.")
        rounded = round(number, decimal_places)
        if rounded != number:
            raise ValueError(f"Enter at most {decimal_places} digits after the decimal point.")
        return rounded

    return BeforeValidator(parse)


# For every string: PostgreSQL cannot store NUL, and SQLite's functions end the text at it.
NO_NUL = AfterValidator(_reject_nul)
# Both accept an empty string, so that a field can be optional.
IS_EMAIL = AfterValidator(_check_email)
IS_URL = AfterValidator(_check_url)

Integer = Annotated[int, Field(ge=-MAX_INTEGER, le=MAX_INTEGER)]
Date = Annotated[dt.date, BeforeValidator(_parse_date)]
DateTime = Annotated[dt.datetime, BeforeValidator(_parse_datetime)]
# The id of another object of the same user. The service checks that the object exists.
Reference = Annotated[UUID, BeforeValidator(_parse_reference)]
Version = Annotated[int, Field(ge=1, le=MAX_INTEGER, description="The version that was edited.")]

# Decimals are strings in the OpenAPI document, in requests and responses.
DECIMAL_STRING = WithJsonSchema({"type": "string", "format": "decimal"})
DecimalString = Annotated[Decimal, DECIMAL_STRING]
