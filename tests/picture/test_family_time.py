"""Family time says how it is arranged, on its line and on page 2; a family copy as far as it was shared."""

from __future__ import annotations

from genogram_app.drawing.primitives import texts_in
from genogram_app.drawing.report import Table
from genogram_app.model.base import Basis
from genogram_app.model.dates import When
from genogram_app.model.ties import Bond
from genogram_app.picture.in_words import in_words
from genogram_app.studio.publish import Copy, prepare, view_of
from tests.builders import SHARED, TODAY, case_of, person
from tests.picture.sheets import scene

WATCHED = next(card for card in scene().catalog.bonds.values() if card.arranged and card.tag == "supervised")
HOW = "every other Saturday, 2 hours"


def _bond() -> Bond:
    return Bond(
        id="e",
        a="jay",
        b="darren",
        quality=WATCHED.id,
        arrangement=HOW,
        since=When("2025-03"),
        basis=SHARED,
    )


def _letters(bond: Bond, copy: Copy) -> str:
    case = case_of(person("jay", subject=True), person("darren"), bond)
    sheet = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, copy)).sheet
    return " ".join(text.content for node in sheet.drawing.nodes for text in texts_in(node.marks))


def test_how_often_stands_on_the_line() -> None:
    assert f"supervised: {HOW}, since Mar 2025" in _letters(_bond(), "family")


def test_page_2_says_it_beside_the_days() -> None:
    case = case_of(person("jay", subject=True), person("darren"), _bond())
    view = view_of(scene(), "genogram", TODAY, "family")
    tables = [t for t in in_words(scene().pen, scene().catalog, case, view).blocks if isinstance(t, Table)]
    (row,) = next(table.rows for table in tables if table.head[0] == "Relationship")
    assert row[1] == f"{HOW}; since Mar 2025"


def test_a_family_copy_has_it_only_where_it_was_shared() -> None:
    hidden = _bond().tell(Basis(), arrangement=HOW)
    assert "Saturday" in _letters(hidden, "case-file")
    assert "Saturday" not in _letters(hidden, "family")
    assert "supervised: since Mar 2025" in _letters(hidden, "family")
