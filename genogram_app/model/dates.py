"""Dates as people know them: a day, a month, a year, "about", "before", "between".

Stored as EDTF (ISO 8601-2:2019): `2015-03-03`, `2015-03`, `1985`, `1985~` (about),
`1985?` (somebody isn't sure), `[..1990]` (before or in), `[1990..]` (in or after),
`[1990..1995]` (one of these), `198X` (some year of these ten).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticSerializationUnexpectedValue, core_schema

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_DECADE = re.compile(r"(\d{3})X", re.ASCII)
_SET = re.compile(r"\[([\d-]*)\.\.([\d-]*)\]", re.ASCII)
_DAY = r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
#: The same for other programs, as the JSON Schema has it. Whether there was such a day it can't say.
PATTERN = rf"^({_DAY}[~?%]?|(?!000)[0-9]{{3}}X|\[{_DAY}\.\.({_DAY})?\]|\[\.\.{_DAY}\])$"


@dataclass(frozen=True)
class When:
    """A date that may be vague, held as its EDTF text."""

    edtf: str

    def __post_init__(self) -> None:
        _span(self.edtf)

    @cached_property
    def earliest(self) -> date | None:
        """Give the first day that it can be; None where nobody knows."""
        return _span(self.edtf)[0]

    @cached_property
    def latest(self) -> date | None:
        """Give the last day that it can be; None where nobody knows."""
        return _span(self.edtf)[1]

    @property
    def exact(self) -> bool:
        """Say whether it is one certain day."""
        return self.earliest == self.latest is not None and self.edtf[-1].isdigit()

    @property
    def about(self) -> bool:
        """Say whether it is only roughly so."""
        return self.edtf[-1] in "~%"

    @property
    def doubtful(self) -> bool:
        """Say whether whoever said it wasn't sure."""
        return self.edtf[-1] in "?%"

    @property
    def precision(self) -> str:
        """Say how fine it is: "day", "month", "year", "decade" or "range"."""
        if self.edtf.startswith("["):
            return "range"
        if self.edtf.endswith("X"):
            return "decade"
        return ("year", "month", "day")[self.edtf.count("-")]

    @cached_property
    def order(self) -> tuple[date, date]:
        """Give a key that sorts dates, the vague ones by their first day."""
        first = self.earliest or self.latest or date.max
        return first, self.latest or date.max

    def by(self, day: date) -> bool:
        """Say whether it had surely or probably come by the end of a day."""
        return (self.earliest or self.latest or date.max) <= day

    def __str__(self) -> str:
        return self.edtf

    @classmethod
    def on(cls, day: date) -> When:
        """Give the date of one certain day."""
        return cls(day.isoformat())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from EDTF text, write as EDTF text."""
        from_text = core_schema.no_info_plain_validator_function(cls._read)
        return core_schema.json_or_python_schema(
            json_schema=core_schema.chain_schema([core_schema.str_schema(), from_text]),
            python_schema=from_text,
            serialization=core_schema.plain_serializer_function_ser_schema(
                cls._write, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Say to other programs how a date is written."""
        return {"type": "string", "pattern": PATTERN}

    @classmethod
    def _read(cls, value: object) -> When:
        if isinstance(value, When):
            return value
        if isinstance(value, str):
            return cls(value)
        raise ValueError("a date is written as EDTF text")

    @staticmethod
    def _write(value: object) -> str:
        """Write a date, and refuse a blank, which a field that allows both tries here first."""
        if isinstance(value, When):
            return value.edtf
        raise PydanticSerializationUnexpectedValue(f"{value!r} is not a date")


@lru_cache(maxsize=4096)
def _span(edtf: str) -> tuple[date | None, date | None]:
    """Give the first and the last day that an EDTF text allows; ValueError where it is none."""
    if found := _PLAIN.fullmatch(edtf):
        year, month, day = found[1], found[2], found[3]
        return _first(year, month, day), _last(year, month, day)
    if found := _DECADE.fullmatch(edtf):
        return date(int(found[1] + "0"), 1, 1), date(int(found[1] + "9"), 12, 31)
    if (found := _SET.fullmatch(edtf)) and (found[1] or found[2]):
        start = _span(found[1])[0] if found[1] else None
        end = _span(found[2])[1] if found[2] else None
        if start and end and start > end:
            raise ValueError(f"{edtf!r} ends before it begins")
        return start, end
    raise ValueError(f"{edtf!r} is not a date that can be stored")


def _first(year: str, month: str | None, day: str | None) -> date:
    return date(int(year), int(month or 1), int(day or 1))


def _last(year: str, month: str | None, day: str | None) -> date:
    months = int(month or 12)
    return date(int(year), months, int(day) if day else monthrange(int(year), months)[1])


def age_on(born: When, day: date) -> tuple[int, bool] | None:
    """Give the age in whole years on a day and whether it is only about right.

    None where the birth has no known bounds or comes later. From a year alone,
    or anything less than a day, the age is about right.
    """
    if born.earliest is None or born.latest is None or born.earliest > day:
        return None
    youngest = max(0, _years(born.latest, day))
    oldest = _years(born.earliest, day)
    vague = not born.exact
    return (oldest + youngest + 1) // 2 if vague else oldest, vague


def _years(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
