"""The case: from document to case and back without loss, and edits that share."""

from __future__ import annotations

from hypothesis import given, settings

from genogram_app.family.case import Case, from_document, to_document
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.document import CaseDetails, Document, Page, Placement
from genogram_app.model.ids import Id
from tests.layout.families import carter, person, wild

PLACES: dict[Id, Placement] = {"jay": Placement(x=1.5, y=2.0, by_hand=True), "mia": Placement(x=9.0, y=2.0)}


def case(family: FamilyGraph) -> Case:
    details = CaseDetails(id="case", reference="2026-0932")
    return Case(details=details, family=family, page=Page(paper="A3")).place("genogram", PLACES)


@settings(max_examples=60, deadline=None)
@given(wild())
def test_a_document_and_its_case_go_both_ways_without_loss(family: FamilyGraph) -> None:
    document = to_document(Case(details=CaseDetails(id="case"), family=family))
    assert to_document(from_document(document)) == document
    assert from_document(document).family == family


def test_placements_page_and_details_come_back() -> None:
    again = from_document(to_document(case(carter())))
    assert dict(again.placed("genogram")) == PLACES
    assert (again.page.paper, again.details.reference) == ("A3", "2026-0932")
    assert again.placed("ecomap") == {}


def test_the_same_case_gives_the_same_bytes_whatever_came_first() -> None:
    family = carter()
    turned = FamilyGraph.of(reversed(list(family.records())))
    one, two = (to_document(case(found)).model_dump_json() for found in (family, turned))
    assert one == two
    assert Document.model_validate_json(one) == to_document(case(family))


def test_taking_somebody_out_forgets_where_they_stood_in_the_next_case_alone() -> None:
    before = case(carter())
    after = before.changed(drop=["jay"])
    assert sorted(after.placed("genogram")) == ["mia"]
    assert sorted(before.placed("genogram")) == ["jay", "mia"]


def test_a_change_that_moves_nobody_shares_every_placement() -> None:
    before = case(carter())
    after = before.changed(put=[person("new")])
    assert after.placements is before.placements
    assert before.unplace("genogram", ["mia"]).placed("genogram").keys() == {"jay"}
