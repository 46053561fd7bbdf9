"""Everything that a person's symbol can tell, each by itself and any two that can be true together.

`python -m tests.picture.everybody out.png` draws them on one sheet, to be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import Any

from genogram_app.drawing.primitives import Box, Drawing, Node, Point
from genogram_app.drawing.transform import Transform
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.png import write_png
from genogram_app.model.dates import When
from genogram_app.model.document import Page
from genogram_app.model.person import Life, Part, Person, Phase, Theme
from genogram_app.picture.pen import SMALL_INK
from genogram_app.picture.people import ALL, Figure, Setting, figure
from tests.builders import TODAY
from tests.catalog.given import DAY
from tests.picture.sheets import scene

Facts = Mapping[str, Any]


def _none() -> Facts:
    return MappingProxyType({})


@dataclass(frozen=True)
class Feature:
    """Something that a symbol tells: what makes it true, and what it can't be true with.

    kind: only one of a kind is true of anybody. tells: the marks that show it, by fact.
    """

    name: str
    kind: str
    person: Facts = field(default_factory=_none)
    setting: Facts = field(default_factory=_none)
    never_with: frozenset[str] = frozenset()
    tells: str = ""


def _gender(role: str) -> str:
    return scene().catalog.by_role("people", role).id


def _need(axis: str, phase: Phase) -> Theme:
    card = next(card for card in scene().catalog.themes.values() if card.fills == axis)
    return Theme(id=f"{axis}_{phase.value}", card=card.id, part=Part.OWN_NEED, phase=phase)


def _fill(axis: str, phase: Phase) -> Feature:
    theme = _need(axis, phase)
    return Feature(f"{axis} {phase.value}", axis, {"themes": (theme,)}, {}, _NO_LIFE)


#: Of nobody who isn't born, or was never born alive.
_NO_LIFE = frozenset({"unborn", "miscarriage", "ectopic", "termination", "stillborn"})
_PET = frozenset({"pet"})
_LOST = frozenset({"miscarriage", "ectopic", "termination", "stillborn"})


def features() -> list[Feature]:
    """Give everything that a symbol tells."""
    pet = next(card.id for card in scene().catalog.people.values() if card.animal)
    woman, man = _gender("woman"), _gender("man")
    return [
        Feature("woman", "gender", {"gender": woman}),
        Feature("man", "gender", {"gender": man}),
        Feature("another gender", "gender", {"gender": _gender("another")}),
        Feature("gender ?", "gender", {"gender": ""}),
        Feature("pet", "gender", {"gender": pet}),
        Feature("unborn", "life", {"life": Life.UNBORN, "name": "?", "born": When("2027-02")}),
        Feature("died", "life", {"life": Life.DIED, "died": When("2024-03-01")}, tells="dead"),
        Feature("miscarriage", "life", {"life": Life.MISCARRIAGE, "name": "?"}, never_with=_PET),
        Feature("ectopic", "life", {"life": Life.ECTOPIC, "name": "?"}, never_with=_PET),
        Feature("termination", "life", {"life": Life.TERMINATION, "name": "?"}, never_with=_PET),
        Feature("stillborn", "life", {"life": Life.STILLBIRTH}, never_with=_PET, tells="stillborn"),
        Feature("subject", "subject", {"subject": True}, never_with=_LOST | _PET, tells="subject"),
        Feature("no name", "name", {"name": "?"}, never_with=_NO_LIFE, tells="unidentified"),
        Feature("baby", "age", {"born": When("2026-09-01")}, never_with=_NO_LIFE),
        Feature("age ?", "age", {"born": When("[..1990]")}, never_with=_NO_LIFE),
        Feature(
            "three",
            "many",
            {"stands_for": 3},
            never_with=_NO_LIFE | {"subject", "go to", "born a woman", "born a man", "baby"},
            tells="several",
        ),
        Feature("born a woman", "birth", {"gender_at_birth": woman}, never_with=_NO_LIFE | _PET | {"woman"}),
        Feature("born a man", "birth", {"gender_at_birth": man}, never_with=_NO_LIFE | _PET | {"man"}),
        Feature("go to", "go to", {}, {"go_to": True}, _NO_LIFE | _PET | {"died", "baby"}, "go_to"),
        Feature("PR", "PR", {}, {"responsible": ALL}, _NO_LIFE | _PET | {"baby", "subject"}, "responsible"),
        Feature("from elsewhere", "culture", {"came_from": "Poland, 2012"}, {}, _NO_LIFE, "migrated"),
        Feature("cultures", "culture", {"cultures": "Polish and British"}, {}, _NO_LIFE | _PET, "cultures"),
        Feature(
            "interpreter",
            "language",
            {"languages": "Polish", "interpreter": True},
            {},
            _NO_LIFE | _PET | {"baby"},
            "interpreter",
        ),
        *(
            _fill(axis, phase)
            for axis in ("substances", "illness")
            for phase in (Phase.NOW, Phase.SUSPECTED, Phase.PAST)
        ),
    ]


def together(*found: Feature) -> bool:
    """Say whether features can be true of the same person."""
    names = {feature.name for feature in found}
    kinds = [feature.kind for feature in found]
    return len(set(kinds)) == len(kinds) and not any(feature.never_with & names for feature in found)


def drawn(*found: Feature) -> Figure:
    """Draw somebody of whom some features are true, a woman of 34 unless they say otherwise."""
    plain: dict[str, Any] = {
        "id": "p_1",
        "name": "Jo",
        "gender": _gender("woman"),
        "born": When("1992-05-01"),
    }
    if any("gender_at_birth" in feature.person for feature in found):
        plain["gender"] = _gender("another")
    setting: dict[str, Any] = {"day": TODAY}
    themes = [theme for feature in found for theme in feature.person.get("themes", ())]
    for feature in found:
        plain |= feature.person
        setting |= feature.setting
    person = Person.model_validate(plain | {"themes": tuple(themes)})
    hand = scene().hand(Page(profile="full"))
    return figure(hand.pen, hand.catalog, person, Setting(**setting))


def pairs() -> list[tuple[Feature, ...]]:
    """Give each feature by itself, then any two that can be true together, then all that can at once."""
    every = features()
    two = [pair for pair in combinations(every, 2) if together(*pair)]
    return [*((one,) for one in every), *two, *_many(every)]


def _many(every: list[Feature]) -> Iterator[tuple[Feature, ...]]:
    by_name = {feature.name: feature for feature in every}
    wanted = ("subject", "died", "from elsewhere", "interpreter", "substances now", "illness suspected")
    for gender in ("man", "woman", "another gender", "gender ?"):
        yield tuple(by_name[name] for name in (gender, *wanted))
        yield tuple(by_name[name] for name in (gender, "go to", "PR", "cultures", "interpreter", *wanted[4:]))


#: The contact sheet, in points: a cell, and how many stand side by side.
_CELL: Point = (112.0, 150.0)
_COLUMNS = 16


def contact_sheet() -> Drawing:
    """Draw all of them on one sheet, each with its name."""
    nodes = list(_cells())
    rows = -(-len(nodes) // _COLUMNS)
    return Drawing(Box(0, 0, _COLUMNS * _CELL[0], rows * _CELL[1]), tuple(nodes))


def _cells() -> Iterator[Node]:
    pen = scene().pen
    for number, found in enumerate(pairs()):
        figured, name = drawn(*found), " + ".join(feature.name for feature in found)
        at = (number % _COLUMNS + 0.5) * _CELL[0], (number // _COLUMNS) * _CELL[1] + 50
        label = pen.text(name[:24], 0, -38, SMALL_INK, "middle")
        yield Transform(1.0, *at).node(Node(name, "figure", name, (label, *figured.marks), figured.box))


if __name__ == "__main__":
    page = contact_sheet()
    sheet = Sheet(page.bounds.width, page.bounds.height, (Placed(page),))
    Path(sys.argv[1]).write_bytes(write_png([sheet], DocumentMeta("Everybody", DAY), 110))
