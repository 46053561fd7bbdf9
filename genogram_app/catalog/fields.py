"""Reading a card's fields: each is asked for by name and kind, and none is left over.

A fault is told with the file, the line and the reason.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar, cast

from genogram_app.errors import CardError
from genogram_app.model.base import clean

T = TypeVar("T")

#: From what likeness on a word may be another misspelt.
_SPELT_LIKE = 0.7
#: No card or shape has so many characters, by far: reading them takes no time.
LARGEST = 100_000
#: No text on a card is longer, and no list on it.
LONGEST, MANY = 300, 40
#: No number on a card is larger.
MOST = 10_000


def fault(file: Path, line: int, reason: str) -> CardError:
    """Make the error for a faulty file."""
    where = f"{file}, line {line}" if line else str(file)
    return CardError(
        f"The symbol file {where} can't be used: {reason} "
        "Your families are safe. Mend the file or take it away, then start the program again."
    )


def read_toml(file: Path) -> Fields:
    """Read a TOML file. Raises CardError where it isn't one."""
    text = _text(file)
    try:
        return Fields(file, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise fault(file, line, f"it isn't written as TOML ({str(error).split(' (at')[0]}).") from error
    except (RecursionError, ValueError) as error:  # a thousand brackets, or a number of thousands of figures
        raise fault(file, 1, "it isn't written as TOML that can be read.") from error


def _text(file: Path) -> str:
    """Read a text. Raises CardError, with the line of what isn't one."""
    data = contents(file)
    try:
        return data.decode("utf-8-sig")  # Notepad begins a file with a mark of its own
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise fault(file, line, "it isn't UTF-8 text: save it as UTF-8.") from error


def contents(file: Path) -> bytes:
    """Read a small file. Raises CardError for what is none, can't be read, or is far too large."""
    try:
        if not file.is_file():
            raise fault(file, 0, "it isn't a file.")
        if (size := file.stat().st_size) > LARGEST:
            raise fault(file, 0, f"it has {size:,} characters; it should have {LARGEST:,} at most.")
        return file.read_bytes()
    except OSError as error:
        raise fault(file, 0, f"it can't be opened ({error.strerror}).") from error


class Fields:
    """The fields of one card, or of one table in it, not yet taken."""

    def __init__(self, file: Path, text: str, left: Mapping[str, object], start: int = 0) -> None:
        self.file = file
        self._text = text
        self._left = dict(left)
        self._start = start
        self._asked: set[str] = set()

    def fault(self, name: str, reason: str) -> CardError:
        """Make the error for one field, which it names."""
        named = reason if re.search(rf"\b{name}\b", reason) else f"“{name}”: {reason}"
        return fault(self.file, self._line(name), named)

    def _line(self, name: str) -> int:
        """Find the line on which a field or a table in this one stands; its own where neither does."""
        lines = self._text.splitlines()
        for number in range(self._start, len(lines)):
            if number > self._start and lines[number].startswith("["):
                break
            if re.match(rf"\s*\"?{re.escape(name)}\"?\s*[.=]", lines[number]):
                return number + 1
        return self._header(name, 0) + 1

    def said(self, name: str) -> object:
        """Give what stands in a field that wasn't taken; None where it isn't there."""
        return self._left.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """Take a text as one line, as all text is; without a default it must be there and not be empty."""
        value = clean(self._take(name, str, "a text in quotation marks", default)).replace("\n", " ")
        if default is None and not value:
            raise self.fault(name, f"“{name}” is empty.")
        if len(value) > LONGEST:
            raise self.fault(name, f"“{name}” has {len(value)} letters; it should have {LONGEST} at most.")
        return value

    def number(
        self, name: str, default: float | None = None, *, least: float = -MOST, most: float = MOST
    ) -> float:
        """Take a number from `least` to `most`."""
        return self._within(name, self._take(name, (int, float), "a number", default), least, most)

    def whole(self, name: str, default: int | None = None) -> int:
        """Take a whole number."""
        return int(self._within(name, self._take(name, int, "a whole number", default), -MOST, MOST))

    def flag(self, name: str) -> bool:
        """Take true or false; false if left out."""
        return self._take(name, bool, "true or false", False)

    def choice(self, name: str, choices: Collection[str], default: str | None = None) -> str:
        """Take one of some words."""
        value = self.text(name, default)
        if value not in choices and value != default:
            raise self.fault(name, f"“{name}” is “{value}”, which is none of {', '.join(sorted(choices))}.")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Take a list of texts; none if left out."""
        return self._list(name, str, "a list of texts in quotation marks")

    def numbers(
        self, name: str, default: tuple[float, ...] = (), *, least: float = -MOST, most: float = MOST
    ) -> tuple[float, ...]:
        """Take a list of numbers, or one number alone, each from `least` to `most`."""
        if isinstance(self._left.get(name), (int, float)):
            return (self.number(name, least=least, most=most),)
        found: tuple[float, ...] = self._list(name, (int, float), "a number or a list of numbers")
        return tuple(self._within(name, each, least, most) for each in found) or default

    def pair(self, name: str, default: tuple[float, float]) -> tuple[float, float]:
        """Take two shares, each from -3 to 3."""
        found = self.numbers(name, default, least=-3, most=3)
        if len(found) != 2:
            raise self.fault(name, f"“{name}” should be two numbers.")
        return found[0], found[1]

    def table(self, name: str) -> Fields | None:
        """Take a table, if it is there."""
        value: Mapping[str, object] = self._take(name, dict, f"a table [{name}]", {})
        return Fields(self.file, self._text, value, self._header(name, 0)) if value else None

    def tables(self, name: str) -> tuple[Fields, ...]:
        """Take the tables of a list, such as every [[strand]]."""
        found: tuple[Mapping[str, object], ...] = self._list(name, dict, f"tables [[{name}]]")
        return tuple(
            Fields(self.file, self._text, each, self._header(name, i)) for i, each in enumerate(found)
        )

    def done(self) -> None:
        """Refuse what nobody asked for; the nearest of what was may be meant."""
        for name in sorted(self._left):
            near = get_close_matches(name, sorted(self._asked), n=1, cutoff=_SPELT_LIKE)
            meant = f"; “{near[0]}” may be meant" if near else ""
            raise self.fault(name, f"there is no field called “{name}” here{meant}.")

    def missing(self, name: str) -> CardError:
        """Make the error for a field that must be there, which may be there under a misspelt name."""
        for meant in get_close_matches(name, sorted(self._left), n=1, cutoff=_SPELT_LIKE):
            return self.fault(
                meant, f"there is no field called “{meant}” here; “{name}” is missing and may be meant."
            )
        return self.fault(name, f"the field “{name}” is missing.")

    def guarded(self, name: str, make: Callable[[], T]) -> T:
        """Make something of a field; a CardError in that is told with this file and line."""
        try:
            return make()
        except CardError as error:
            raise self.fault(name, str(error)) from error

    def _within(self, name: str, value: float, least: float, most: float) -> float:
        """Refuse a number outside of what can be drawn, and what is no number."""
        if not least <= value <= most:
            shown = f"{value:g}" if isinstance(value, float) else str(value)[:20]
            raise self.fault(name, f"“{name}” is {shown}; it should be from {least:g} to {most:g}.")
        return float(value)

    def _header(self, name: str, number: int) -> int:
        wanted = re.compile(rf"\s*\[\[?\s*{re.escape(name)}\s*[].]")
        heads = [i for i, line in enumerate(self._text.splitlines()) if wanted.match(line)]
        return heads[number] if number < len(heads) else self._start

    def _list(self, name: str, kind: type[T] | tuple[type, ...], what: str) -> tuple[T, ...]:
        found = cast(list[T], self._take(name, list, what, []))
        if len(found) > MANY:
            raise self.fault(name, f"“{name}” is there {len(found)} times; it should be {MANY} at most.")
        for value in found:
            if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
                raise self.fault(name, f"“{name}” should be {what}.")
        return tuple(found)

    def _take(self, name: str, kind: type[T] | tuple[type, ...], what: str, default: object) -> T:
        if name not in self._left and default is None:
            raise self.missing(name)
        self._asked.add(name)
        value = self._left.pop(name, default)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.fault(name, f"“{name}” should be {what}.")
        return value  # type: ignore[return-value]
