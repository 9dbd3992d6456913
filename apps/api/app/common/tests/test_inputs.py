import datetime as dt
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter, ValidationError

from app.common import inputs

Amount = Annotated[Decimal, inputs.parse_decimal(max_digits=6, decimal_places=2), inputs.DECIMAL_STRING]
Email = Annotated[str, inputs.IS_EMAIL]
Url = Annotated[str, inputs.IS_URL]
ID = "6f2b8f0e-9d3c-4a57-8c1e-0d9b5a3f7e21"


def parse(kind: Any, value: Any) -> Any:
    return TypeAdapter[Any](kind).validate_python(value, strict=True)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (inputs.Integer, 2**31 - 1, 2**31 - 1),
        (inputs.Date, "2024-02-29", dt.date(2024, 2, 29)),
        (inputs.DateTime, "2026-11-23T10:30:00Z", dt.datetime(2026, 11, 23, 10, 30, tzinfo=dt.UTC)),
        (inputs.DateTime, "2026-11-23T12:30:00.9+02:00", dt.datetime(2026, 11, 23, 10, 30, tzinfo=dt.UTC)),
        (inputs.Reference, ID, UUID(ID)),
        (Amount, "12.5", Decimal("12.50")),
        (Amount, "-9999.99", Decimal("-9999.99")),
        (Email, "mira@example.com", "mira@example.com"),
        (Url, "https://example.com/a?b=c", "https://example.com/a?b=c"),
        (Email, "", ""),
        (Url, "", ""),
    ],
)
def test_valid_values_are_converted(kind: Any, value: Any, expected: Any) -> None:
    assert repr(parse(kind, value)) == repr(expected)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (inputs.Integer, 2**31),
        (inputs.Integer, True),
        (inputs.Integer, 1.0),
        (inputs.Date, 5),
        (inputs.Date, "5"),
        (inputs.Date, "2026-02-30"),
        (inputs.Date, "2026-W48-1"),
        (inputs.Date, "2026-1-3"),
        (inputs.Date, "20261123"),
        (inputs.Date, "2026-11-23T00:00:00Z"),
        (inputs.DateTime, 5),
        (inputs.DateTime, "soon"),
        (inputs.DateTime, "2026-11-23T10:30:00"),
        (inputs.DateTime, "0001-01-01T00:00:00+14:00"),
        (inputs.Reference, 5),
        (inputs.Reference, "x"),
        (Amount, 12.5),
        (Amount, "a"),
        (Amount, "NaN"),
        (Amount, "Infinity"),
        (Amount, "12.505"),
        (Amount, "10000"),
        (Amount, "1e400"),
        (Email, "mira"),
        (Url, "example.com"),
        (Url, "javascript:alert(1)"),
        (Url, "ftp://example.com"),
    ],
)
def test_invalid_values_are_rejected_with_one_error(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError) as error:
        parse(kind, value)
    assert len(error.value.errors()) == 1


def test_the_error_of_a_decimal_names_the_limit() -> None:
    with pytest.raises(ValidationError, match="at most 4 digits before the decimal point"):
        parse(Amount, "10000")
    with pytest.raises(ValidationError, match="at most 2 digits after the decimal point"):
        parse(Amount, "0.001")
