"""Types of what people type, for the domains' schemas: read strictly, and refused in words.

Each is a part of an `Annotated` type. JSON has no dates and no exact fractions, so that these travel as text,
and nothing else is taken for them: pydantic alone would read the number 5 as a day in 1970.
"""

import datetime as dt
import re
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

# What a signed column of 32 bits holds, on every database.
INTEGER_LIMIT = 2**31 - 1

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_is_email = EmailValidator()
# Whatever else a browser follows (javascript:, data:) would run in the page that shows it.
_is_url = URLValidator(schemes=["http", "https"])


def _read_day(value: Any) -> dt.date:
    # Exactly this form: Python would also read 2026-W48-1 and 20261123.
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return dt.date.fromisoformat(value)
    raise ValueError("Write a day such as 2026-11-23.")


def _read_moment(value: Any) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("Write a time such as 2026-11-23T10:30:00Z.") from None
    if moment.tzinfo is None:
        raise ValueError("Write the time with its zone, such as 2026-11-23T10:30:00Z.")
    # To the second, as a browser's own field has it: an edit of something else must not change it.
    try:
        return moment.astimezone(dt.UTC).replace(microsecond=0)
    except OverflowError:
        raise ValueError("Write a time in the years 1 to 9999.") from None


def _read_reference(value: Any) -> UUID:
    try:
        return UUID(value)
    except (AttributeError, TypeError, ValueError):
        raise ValueError("Choose one of the list.") from None


def _check_email(text: str) -> str:
    try:
        if text:
            _is_email(text)
    except ValidationError:
        raise ValueError("Write an address such as mira@example.com.") from None
    return text


def _check_url(text: str) -> str:
    try:
        if text:
            _is_url(text)
    except ValidationError:
        raise ValueError("Write an address that begins with https:// or http://.") from None
    return text


def reads_decimal(*, digits: int, places: int) -> BeforeValidator:
    """Reads a decimal number from a text such as `12.50`.

    Args:
        digits: how many it may have in all, before and after the point.
        places: how many of them stand after the point.
    """
    limit = Decimal(10) ** (digits - places)

    def read(value: Any) -> Decimal:
        try:
            # A number in JSON may have lost digits before it came here.
            number = Decimal(value) if isinstance(value, str) else None
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite():
            raise ValueError("Write a number such as 12.50.")
        if abs(number) >= limit:
            raise ValueError(f"Write at most {digits - places} digits before the point.")
        rounded = round(number, places)
        if rounded != number:
            raise ValueError(f"Write at most {places} digits after the point.")
        return rounded

    return BeforeValidator(read)


Integer = Annotated[int, Field(ge=-INTEGER_LIMIT, le=INTEGER_LIMIT)]
Day = Annotated[dt.date, BeforeValidator(_read_day)]
Moment = Annotated[dt.datetime, BeforeValidator(_read_moment)]
# The id of something of the person's own; whether there is such a thing is the service's to say.
Reference = Annotated[UUID, BeforeValidator(_read_reference)]
# Empty texts pass: whether one may be empty is the field's own rule.
IS_EMAIL = AfterValidator(_check_email)
IS_URL = AfterValidator(_check_url)
# A decimal number in the OpenAPI document, where it is a text in both directions.
DECIMAL_TEXT = WithJsonSchema({"type": "string", "format": "decimal"})
DecimalText = Annotated[Decimal, DECIMAL_TEXT]
