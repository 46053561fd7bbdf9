"""A drawing that can't tell the whole truth asks about it, in the window's list and on the page in words."""

from __future__ import annotations

from genogram_app.catalog.load import load
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.result import Compromise, Layout
from genogram_app.model.document import CaseDetails, Placement
from genogram_app.practice.drawn import drawing_asks
from genogram_app.practice.question import Look
from genogram_app.studio.publish import Publication, prepare, view_of
from genogram_app.words import words_in
from tests.layout.test_misread import two_families
from tests.picture.sheets import sample, scene, sheet
from tests.practice.test_questions import TODAY, records

SAYS = "stands within the ring of"


def test_who_stands_in_a_ring_without_living_there_is_asked_about_by_name() -> None:
    look = Look(Case(CaseDetails(id="case"), FamilyGraph.of(records())), TODAY, load(), words_in())
    layout = Layout(warnings=(Compromise("ring", ("home", "mo", "val")),))
    first, second = drawing_asks(look, layout)
    assert (first.about, second.about) == ("mo", "val")
    assert first.says.startswith("Mo stands within the ring of Lisa’s flat")
    assert drawing_asks(look, Layout()) == ()


def test_who_is_drawn_outside_their_own_home_is_asked_about() -> None:
    look = Look(Case(CaseDetails(id="case"), FamilyGraph.of(records())), TODAY, load(), words_in())
    (found,) = drawing_asks(look, Layout(warnings=(Compromise("left out", ("home", "mo")),)))
    assert found.says.startswith("Mo lives at Lisa’s flat, and stands outside its ring")


def test_lines_of_two_families_that_read_as_one_are_asked_about_once() -> None:
    look = Look(Case(CaseDetails(id="case"), two_families()), TODAY, load(), words_in())
    near = {"u1.eve.born": ((0.0, 50.0), (90.0, 50.0)), "u2.fay.born": ((10.0, 51.0), (80.0, 51.0))}
    (found,) = drawing_asks(look, Layout(descents=near))
    assert found.about == "eve"
    assert found.says.startswith("On the drawing the lines to Eve and Fay run so near")
    apart = near | {"u2.fay.born": ((10.0, 57.0), (80.0, 57.0))}
    assert drawing_asks(look, Layout(descents=apart)) == ()


def test_the_page_in_words_says_so_for_the_case_file_alone() -> None:
    assert SAYS in told(crowded(), "case-file")
    assert SAYS not in told(crowded(), "family")
    assert SAYS not in told(sample("practice"), "case-file")


def crowded() -> Case:
    """Give the practice family with grandad put by hand where Gran stands."""
    places = dict(sheet("practice", "genogram").layout.places)
    places["p_ron"] = places["p_sheila"]
    by_hand = {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in places.items()}
    return sample("practice").place("genogram", by_hand)


def told(case: Case, copy: str) -> str:
    """Give everything that a copy says, in words too."""
    assert case.details.dated is not None
    made: Publication = prepare(
        scene(),
        case,
        view=view_of(
            scene(), "genogram", case.details.dated, "case-file" if copy == "case-file" else "family"
        ),
    )
    return repr(made)
