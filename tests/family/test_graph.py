"""The family graph: immutable, sharing what an edit didn't touch, and its own equal."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings

from genogram_app.errors import NotFoundError
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, PartnerIn, Tie, Union
from tests.layout.families import carter, person, wild


def test_a_change_shares_every_dict_that_it_did_not_touch() -> None:
    before: Any = carter()
    after = before.changed(put=[person("jay", "man", "2016")])
    same = [key for key in before._graph._node if before._graph._node[key] is after._graph._node[key]]
    assert len(same) == len(before) - 1
    assert all(before._graph._adj[key] is after._graph._adj[key] for key in before._graph._adj)
    assert all(before._graph._pred[key] is after._graph._pred[key] for key in before._graph._pred)


def test_an_edge_more_copies_its_two_ends_alone() -> None:
    before: Any = carter()
    after = before.changed(put=[ChildOf(id="new", child="baby", parent="u6", kind="cared")])
    touched = [key for key in before._graph._adj if before._graph._adj[key] is not after._graph._adj[key]]
    assert touched == ["baby"]
    assert [k for k in before._graph._pred if before._graph._pred[k] is not after._graph._pred[k]] == ["u6"]


@settings(max_examples=60, deadline=None)
@given(wild())
def test_a_change_leaves_the_graph_before_as_it_was(family: FamilyGraph) -> None:
    kept = [repr(record) for record in family.records()]
    step = family.changed(
        put=[person("new"), Agency(id="a", kind="any")], drop=[one.id for one in family.people[:2]]
    )
    assert [repr(record) for record in family.records()] == kept
    assert {one.id for one in step.people} == {one.id for one in family.people[2:]} | {"new"}


def test_taking_somebody_out_takes_their_lines_along() -> None:
    family = carter().changed(drop=["lisa"])
    assert family.find(Person, "lisa") is None
    assert [edge for edge in family.edges(PartnerIn) if edge.person == "lisa"] == []
    assert [edge for edge in family.edges(ChildOf) if edge.child == "lisa"] == []
    assert [edge.person for edge in family.into(PartnerIn, "u4")] == ["darren"]


def test_an_edge_that_leads_nowhere_is_refused_and_nothing_changes() -> None:
    family = carter()
    count = len(list(family.records()))
    with pytest.raises(NotFoundError, match="nobody, which isn't there"):
        family.changed(put=[Tie(id="t", a="nobody", b="jay")])
    assert len(list(family.records())) == count


def test_an_edge_that_changes_ends_leaves_no_trace_at_the_old_one() -> None:
    family = carter().changed(put=[PartnerIn(id="u6.bob", person="bob", union="u5")])
    assert [edge.person for edge in family.into(PartnerIn, "u6")] == ["ann"]
    assert [edge.person for edge in family.into(PartnerIn, "u5")] == ["darren", "kelly", "bob"]
    assert len(family.edges(PartnerIn)) == 12


def test_the_order_in_which_records_come_makes_no_difference() -> None:
    family = carter()
    assert FamilyGraph.of(reversed(list(family.records()))) == family
    assert [record.id for record in FamilyGraph.of(reversed(list(family.records()))).records()] == [
        record.id for record in family.records()
    ]
    assert family != family.changed(put=[person("jay", "man", "2016")])


def test_the_graph_and_its_copy_cannot_change_the_family() -> None:
    family = carter()
    with pytest.raises(nx.NetworkXError):
        family._graph.add_node("x")
    bare = family.bare()
    bare.remove_node("jay")
    assert "jay" in family
    with pytest.raises(TypeError):
        family._edge_ends["x"] = ("jay", "mia")  # type: ignore[index]


def test_records_are_found_by_kind_and_by_id() -> None:
    family = carter()
    assert family.get(Person, "jay").subject
    assert family.find(Union, "jay") is None
    with pytest.raises(NotFoundError, match="not a union"):
        family.get(Union, "jay")
    with pytest.raises(NotFoundError):
        family.record("nobody")
    assert [edge.id for edge in family.at(PartnerIn, "u1")] == ["u1.ron", "u1.sheila"]


@settings(max_examples=60, deadline=None)
@given(wild())
def test_lists_by_kind_that_go_on_from_the_graph_before_are_those_of_a_new_graph(family: FamilyGraph) -> None:
    _ = family.people, family.edges(ChildOf)
    links = family.edges(ChildOf)
    moved = [ChildOf(id=one.id, child="new", parent=one.parent, kind=one.kind) for one in links[:1]]
    step = family.changed(put=[person("new"), *moved])
    step = step.changed(drop=[one.id for one in (*family.people[1:2], *links[2:3])])
    assert list(step.records()) == list(FamilyGraph.of(step.records()).records())


def test_lists_of_kinds_that_no_change_touched_are_the_very_same() -> None:
    before = carter()
    edges = before.edges(PartnerIn)
    assert before.changed(put=[person("new")]).edges(PartnerIn) is edges
