"""A theme: which colour each of the symbolic paints is, and how large letters are.

Themes are TOML files in `resources/themes/`. One that can't be read on paper
is refused: letters and the lines that tell things apart need contrast.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from genogram_app import places
from genogram_app.catalog.fields import Fields, read_toml

#: Paints of letters and of lines, at least 4.5 : 1 on paper and on every surface.
INKS = frozenset("ink muted accent positive tension violence control distance fear go_to_ink past".split())
#: Paints of lines alone, at least 3 : 1 on paper and on every surface.
LINES = frozenset({"go_to_edge"})
#: What lies under letters, and rules that carry no meaning.
SURFACES = frozenset({"paper", "service_fill", "go_to_fill", "past_fill"})
DECORATION = frozenset({"hairline"})
PAINTS = INKS | LINES | SURFACES | DECORATION

TEXT_CONTRAST, LINE_CONTRAST = 4.5, 3.0
SIZES = frozenset("title subtitle number name field small age".split())
#: No letters on paper are smaller, in points.
SMALLEST = 8.0
#: None are larger.
LARGEST = 72.0


@dataclass(frozen=True, slots=True)
class Tint:
    """A household's colours: its surface, and its edge and label."""

    fill: str
    edge: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#RRGGBB" by paint, sizes of letters in points, and household tints in turn."""

    name: str
    label: str
    paints: Mapping[str, str]
    sizes: Mapping[str, float]
    tints: tuple[Tint, ...]

    def paint(self, name: str) -> str:
        """Give a paint's colour. Raises KeyError for one that isn't there."""
        return self.paints[name]

    def tint(self, number: int) -> Tint:
        """Give the colours of the household with that number, in turn."""
        return self.tints[number % len(self.tints)]

    def in_grey(self) -> Theme:
        """Give the same theme as a black-and-white printer shows it."""
        greys = {name: grey(colour) for name, colour in self.paints.items()}
        tints = tuple(Tint(grey(tint.fill), grey(tint.edge)) for tint in self.tints)
        return replace(self, paints=MappingProxyType(greys), tints=tints)


@cache
def load_theme(name: str = "everyday", folder: Path | None = None) -> Theme:
    """Read a theme. Raises CardError, with file, line and reason, where it can't be used."""
    file = (folder or places.resources() / "themes") / f"{name}.toml"
    fields = read_toml(file)
    label = fields.text("label")
    paints = {
        **_paints(fields, "inks", INKS),
        **_paints(fields, "lines", LINES),
        **_paints(fields, "surfaces", SURFACES),
        **_paints(fields, "decoration", DECORATION),
    }
    tints = tuple(_tint(each) for each in fields.tables("tint"))
    sizes = _sizes(fields)
    fields.done()
    if not tints:
        raise fields.fault("tint", "a theme needs at least one [[tint]].")
    _check(fields, paints, tints)
    return Theme(name, label, MappingProxyType(paints), MappingProxyType(sizes), tints)


def _paints(fields: Fields, table: str, names: frozenset[str]) -> dict[str, str]:
    part = _table(fields, table)
    found = {name: _colour(part, name) for name in sorted(names)}
    part.done()
    return found


def _sizes(fields: Fields) -> dict[str, float]:
    part = _table(fields, "sizes")
    found = {name: part.number(name, most=LARGEST) for name in sorted(SIZES)}
    part.done()
    for name, size in found.items():
        if size < SMALLEST:
            raise part.fault(name, f"letters of {size} points are too small; {SMALLEST} is the least.")
    return found


def _table(fields: Fields, name: str) -> Fields:
    part = fields.table(name)
    if part is None:
        raise fields.fault(name, f"the table [{name}] is missing.")
    return part


def _tint(fields: Fields) -> Tint:
    tint = Tint(_colour(fields, "fill"), _colour(fields, "edge"))
    fields.done()
    return tint


def _colour(fields: Fields, name: str) -> str:
    colour = fields.text(name)
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise fields.fault(name, f"“{colour}” isn't a colour such as #1F2933.")
    return colour.upper()


def _check(fields: Fields, paints: Mapping[str, str], tints: tuple[Tint, ...]) -> None:
    """Refuse paints that can't be made out on paper or on any surface."""
    surfaces = [paints[name] for name in sorted(SURFACES)] + [tint.fill for tint in tints]
    wanted = [(name, paints[name], TEXT_CONTRAST) for name in sorted(INKS)]
    wanted += [(name, paints[name], LINE_CONTRAST) for name in sorted(LINES)]
    wanted += [("tint", tint.edge, TEXT_CONTRAST) for tint in tints]
    for name, colour, least in wanted:
        found = min(contrast(colour, surface) for surface in surfaces)
        if found < least:
            raise fields.fault(name, f"{name} {colour} has a contrast of {found:.1f} : 1; it needs {least}.")


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance of "#RRGGBB", 0 to 1 (WCAG 2)."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(colour: str) -> str:
    """Give the grey that is as light as a colour."""
    light = luminance(colour)
    share = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(share * 255):02X}" + f"{round(share * 255):02X}" * 2


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
