"""Lines of harm keep apart: neither is interrupted for the other, so where they cross neither can be told."""

from __future__ import annotations

from itertools import combinations

from genogram_app.family.case import Case
from genogram_app.layout.relationships.bridges import crossings
from genogram_app.model.ties import Bond, Direction
from tests.builders import SHARED, case_of, couple
from tests.layout.related import sheet_of
from tests.layout.test_sample_sheets import Sheet
from tests.picture.composed import TOGETHER, born_to, man, woman

#: Who does what to whom in one family: seven lines of six people.
TOLD = (
    ("rob", "mali", "sexual_exploitation"),
    ("rob", "dylan", "criminal_exploitation"),
    ("kamran", "dylan", "abuse_physical"),
    ("lowri", "mali", "neglect"),
    ("dylan", "mali", "very_close"),
    ("lowri", "dylan", "fused"),
    ("kamran", "lowri", "violence"),
)


def exploited() -> Case:
    """Give two children whom their uncle exploits, one of whom their father hurts."""
    bonds = [
        Bond(id=f"b{number}", a=a, b=b, quality=kind, direction=Direction.FORTH, basis=SHARED)
        for number, (a, b, kind) in enumerate(TOLD)
    ]
    return case_of(
        woman("nain", "Nain", "1960"),
        woman("lowri", "Lowri Hughes", "1990"),
        man("rob", "Uncle Rob", "1975"),
        man("kamran", "Kamran Ali", "1985"),
        man("dylan", "Dylan Hughes", "2014", subject=True),
        woman("mali", "Mali Hughes", "2016", subject=True),
        *born_to("nain", "lowri", "rob"),
        *couple("pair", "lowri", "kamran", kind=TOGETHER, since="2012"),
        *born_to("pair", "dylan", "mali"),
        *bonds,
    )


def crossed(sheet: Sheet) -> list[tuple[str, str]]:
    """Give the lines of harm that cross."""
    traces, bonds = sheet.measured.options.traces, sheet.layout.bonds
    whole = sorted(key for key in bonds if traces[key].whole)
    return [pair for pair in combinations(whole, 2) if list(crossings(*(bonds[key] for key in pair)))]


def test_two_lines_of_harm_do_not_cross_where_one_can_be_led_round() -> None:
    sheet = sheet_of(exploited())
    assert sum(sheet.measured.options.traces[key].whole for key in sheet.layout.bonds) == 5
    assert crossed(sheet) == []
