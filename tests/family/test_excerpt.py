"""Part of a family: who is near somebody, and nobody torn from a home, a couple or a child."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.family.case import Case
from genogram_app.family.excerpt import Near, excerpt
from genogram_app.family.seen import Reader, View, drawable, seen
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import GoTo, Placement
from genogram_app.model.ties import Bond, ChildOf, PartnerIn, Tie
from tests.builders import HARMLESS, SHARED, TODAY, case_of, child, couple, home, person
from tests.picture.sheets import sample


def generations() -> list[Record]:
    """Give seven generations, each with a brother who has a family of his own."""
    records: list[Record] = [person("p0"), person("q0"), *couple("u0", "p0", "q0")]
    for n in range(1, 7):
        records += [person(f"{key}{n}") for key in "pqbwc"]
        records += [*couple(f"u{n}", f"p{n}", f"q{n}"), *couple(f"v{n}", f"b{n}", f"w{n}")]
        records += [child(f"p{n}", f"u{n - 1}"), child(f"b{n}", f"u{n - 1}"), child(f"c{n}", f"v{n}")]
    return records


def people(case: Case) -> set[str]:
    return {one.id for one in case.family.people}


def near(*more: Record, reach: int = 1) -> Case:
    return excerpt(case_of(*generations(), *more), Near("p3", reach))


def test_a_generation_up_and_down_with_brothers_children_and_partners() -> None:
    assert people(near()) == {"p3", "q3", "p2", "q2", "b3", "w3", "p4", "q4", "b4", "w4"}
    assert people(near()) < people(near(reach=2)) < people(near(reach=3))


def test_who_lives_with_one_of_them_stays_and_their_home_with_them() -> None:
    found = near(person("lodger"), *home("h", "b3", "lodger"))
    assert "lodger" in people(found)
    assert [one.id for one in found.family.households] == ["h"]


def test_a_home_of_others_goes_and_so_does_one_of_once_that_not_all_are_there_of() -> None:
    once = [
        record.put(until="2020") if hasattr(record, "until") else record for record in home("h", "p3", "c6")
    ]
    found = near(*home("far", "p6", "q6"), *once)
    assert found.family.households == ()
    assert "c6" not in people(found)


def test_whoever_has_a_relationship_with_the_person_stays_with_who_is_between() -> None:
    found = near(Bond(id="b", a="c6", b="p3", quality="near", basis=SHARED))
    assert {"c6", "b6", "w6", "p5"} <= people(found)
    assert [bond.id for bond in found.family.edges(Bond)] == ["b"]


def test_the_child_in_question_and_who_is_rung_stay() -> None:
    case = case_of(*generations(), person("jay", subject=True), person("gran"))
    case = case.with_(details=case.details.put(go_to=GoTo(id="g", who="gran", basis=SHARED)))
    assert {"jay", "gran"} <= people(excerpt(case, Near("p3", 1)))


def test_services_stay_with_whom_they_serve() -> None:
    services = [Agency(id=key, kind="school", basis=SHARED) for key in ("near", "far")]
    ties = [Tie(id="t1", a="near", b="p4", basis=SHARED), Tie(id="t2", a="far", b="p6", basis=SHARED)]
    assert [one.id for one in near(*services, *ties).family.agencies] == ["near"]


def test_without_the_person_nothing_is_left_out() -> None:
    case = case_of(*generations())
    assert excerpt(case, Near("nobody", 1)) is case


def test_places_of_the_whole_family_say_nothing_of_a_part() -> None:
    case = case_of(*generations()).place("genogram", {"p3": Placement(x=900.0, y=0.0)})
    assert excerpt(case, Near("p3", 1)).placed("genogram") == {}


@pytest.mark.parametrize("name", ["practice", "three_partners", "large_family"])
@pytest.mark.parametrize("reach", [1, 2])
@pytest.mark.parametrize("reader", list(Reader))
def test_no_couple_child_or_home_of_a_sample_is_torn_apart(name: str, reach: int, reader: Reader) -> None:
    """Round everybody: of each couple and child that is drawn all are there whom the reader may see."""
    whole = sample(name)
    view = View(as_at=TODAY, reader=reader, harmless=HARMLESS)
    shown = drawable(seen(whole, view), view)
    for one in shown.family.people:
        part = drawable(seen(whole, view), replace(view, near=Near(one.id, reach)))
        assert one.id in people(part) <= people(shown)
        for kind in (PartnerIn, ChildOf):
            for edge in shown.family.edges(kind):
                a, b = edge.ends
                torn = kind is PartnerIn and b in part.family and a not in part.family
                assert not torn, (one.id, edge.id)
