import datetime as dt
import enum
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


class Colour(enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    HIGH = 3


class Item(inputs.Input):
    at: dt.datetime


class Everything(inputs.Input):
    moment: dt.datetime
    day: dt.date
    time: dt.time
    length: dt.timedelta
    id: UUID
    colour: Colour
    level: Level
    pair: tuple[int, str]
    tags: frozenset[str]
    number: int
    items: list[Item]
    item: Item | None = None


JSON = {
    "moment": "2026-11-23T10:30:00Z",
    "day": "2026-11-23",
    "time": "10:30:00",
    "length": "PT1H",
    "id": ID,
    "colour": "red",
    "level": 3,
    "pair": [1, "a"],
    "tags": ["a"],
    "number": 10**18,
    "items": [{"at": "2026-11-23T10:30:00+02:00"}],
}


def test_strict_inputs_accept_every_type_that_json_has_as_text_number_or_list() -> None:
    parsed = Everything.model_validate(JSON)
    assert parsed.moment == dt.datetime(2026, 11, 23, 10, 30, tzinfo=dt.UTC)
    assert (parsed.id, parsed.colour, parsed.level) == (UUID(ID), Colour.RED, Level.HIGH)
    assert Everything(**parsed.model_dump()) == parsed


@pytest.mark.parametrize(
    ("field", "value", "location"),
    [
        ("moment", 5, ("moment",)),
        ("moment", "soon", ("moment",)),
        ("day", 5, ("day",)),
        ("id", 5, ("id",)),
        ("colour", "blue", ("colour",)),
        ("level", "3", ("level",)),
        ("number", "5", ("number",)),
        ("number", 5.0, ("number",)),
        ("number", True, ("number",)),
        ("tags", "a", ("tags",)),
        ("items", [{"at": 5}], ("items", 0, "at")),
        ("items", [{"at": JSON["moment"], "x": 1}], ("items", 0, "x")),
    ],
)
def test_strict_inputs_convert_nothing_else(field: str, value: Any, location: tuple[str | int, ...]) -> None:
    with pytest.raises(ValidationError) as error:
        Everything.model_validate({**JSON, field: value})
    assert [item["loc"] for item in error.value.errors()] == [location]
