"""Who belongs to whom."""

from __future__ import annotations

from datetime import date

from genogram_app.family.kinship import (
    children_of,
    current,
    homes_of,
    links_down,
    members,
    parent_people,
    partners,
    partners_of,
    siblings_of,
    unions_of,
)
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.ties import ChildOf
from tests.layout.families import carter, three_partners, two_homes

DAY = date(2026, 11, 22)


def ids(records: tuple[object, ...]) -> list[str]:
    return [getattr(record, "id", "") for record in records]


def test_partners_come_in_the_order_in_which_they_are_named() -> None:
    assert ids(partners(three_partners(), "u3")) == ["m3", "f"]


def test_unions_and_partners_come_in_order_of_time() -> None:
    assert ids(unions_of(three_partners(), "f")) == ["u1", "u2", "u3"]
    assert ids(partners_of(three_partners(), "f")) == ["m1", "m2", "m3"]


def test_children_come_eldest_first_under_their_own_union_or_all_together() -> None:
    family = three_partners()
    assert [link.child for link in links_down(family, "u2")] == ["k2", "k3"]
    assert set(ids(children_of(family, "f"))) == {f"k{i}" for i in range(5)}
    assert ids(children_of(family, "m3")) == ["k4"]


def test_half_brothers_and_sisters_are_siblings() -> None:
    assert ids(siblings_of(three_partners(), "k4")) == ["k0", "k1", "k2", "k3"]
    assert "mia" in ids(siblings_of(carter(), "jay"))


def test_parents_of_a_link_may_be_two_one_or_a_service() -> None:
    family = carter()
    by_id = {link.id: link for link in family.edges(ChildOf)}
    assert ids(parent_people(family, by_id["u3.jay.born"])) == ["dad", "lisa"]
    assert ids(parent_people(family, by_id["sheila.jay.cared"])) == ["sheila"]


def test_homes_and_their_members() -> None:
    family = two_homes()
    assert [home.id for _, home in homes_of(family, "sam")] == ["h1", "h2"]
    assert sorted(edge.person for edge in members(family, "h1")) == ["baby", "mum", "new", "sam"]


def test_an_end_that_nobody_knows_is_still_an_end() -> None:
    link = ChildOf(id="c", child="a", parent="b", kind="cared", since=When("2024-05"))
    assert current(link, DAY)
    assert not current(link, date(2024, 4, 30))
    assert not current(link.put(until=Blank.UNKNOWN), DAY)
    assert not current(link.put(until=When("2024-12")), DAY)
    assert current(link.put(until=When("2027")), DAY)
