"""Rows: whatever is told, everybody has one."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings

from genogram_app.family.generations import generations
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Record
from genogram_app.model.ties import Bond, ChildOf, PartnerIn
from tests.counting import calls_of
from tests.layout.families import carter, children, orderly, person, union, wild


def family(*parts: Record | Sequence[Record]) -> FamilyGraph:
    return FamilyGraph.of(one for part in parts for one in ([part] if isinstance(part, Record) else part))


def test_partners_share_a_row_and_children_stand_one_below() -> None:
    rows = generations(carter(), frozenset({"cared"}))
    assert rows == {
        **dict.fromkeys(("ron", "sheila", "grandpa", "pat"), 0),
        **dict.fromkeys(("pete", "lisa", "dad", "darren", "kelly", "ann", "bob"), 1),
        **dict.fromkeys(("jay", "mia", "baby"), 2),
    }


def test_in_laws_without_parents_stand_beside_their_partner_and_their_parents_above() -> None:
    rows = generations(
        family(
            *(person(key) for key in "abcdef"),
            union("u", "a", "b"),
            children("u", "c"),
            union("v", "c", "d"),
            children("v", "e"),
            children("f", "d"),
        )
    )
    assert rows == {"a": 0, "b": 0, "c": 1, "d": 1, "e": 2, "f": 0}


def test_an_uncle_who_marries_his_niece_stands_beside_her_below_his_brother() -> None:
    rows = generations(
        family(
            *(person(key) for key in ("gran", "uncle", "father", "niece", "child")),
            children("gran", "uncle", "father"),
            children("father", "niece"),
            union("u", "uncle", "niece"),
            children("u", "child"),
        )
    )
    assert rows == {"gran": 0, "father": 1, "uncle": 2, "niece": 2, "child": 3}


def test_somebody_who_is_their_own_grandmother_still_has_a_row() -> None:
    rows = generations(
        family(
            person("a"), person("b"), children("a", "b"), children("b", "a"), person("c"), children("b", "c")
        )
    )
    assert sorted(rows) == ["a", "b", "c"]
    assert min(rows.values()) == 0
    assert rows["c"] == rows["b"] + 1


def test_partners_one_of_whom_is_the_others_child_are_torn_apart() -> None:
    rows = generations(
        family(
            person("a"),
            person("b"),
            children("a", "b"),
            union("u", "a", "b"),
            person("c"),
            children("u", "c"),
        )
    )
    assert rows["a"] < rows["b"] < rows["c"]


def test_brothers_and_sisters_of_unknown_parents_share_a_row() -> None:
    rows = generations(family(person("a"), person("b"), person("c"), union("u"), children("u", "a", "b")))
    assert rows["a"] == rows["b"]


def test_a_family_that_nothing_joins_stands_where_its_years_of_birth_fit() -> None:
    rows = generations(
        family(
            person("old", born="1930"),
            person("middle", born="1957"),
            person("young", born="1984"),
            children("old", "middle"),
            children("middle", "young"),
            person("other", born="1958"),
            person("child", born="1986"),
            children("other", "child"),
        )
    )
    assert (rows["other"], rows["child"]) == (1, 2)


def test_a_friend_of_whom_nothing_is_known_but_a_relationship_stands_in_the_same_row() -> None:
    records = [
        person("a"),
        person("b"),
        person("c"),
        *children("a", "b"),
        *children("b", "c"),
        person("friend"),
    ]
    bond = Bond(id="t", a="friend", b="b", quality="any")
    assert generations(family(*records, bond))["friend"] == 1


@settings(max_examples=100, deadline=None)
@given(orderly())
def test_every_couple_is_level_and_every_child_one_below(found: FamilyGraph) -> None:
    rows = generations(found)
    partners: dict[str, set[int]] = {}
    for edge in found.edges(PartnerIn):
        partners.setdefault(edge.union, set()).add(rows[edge.person])
    assert all(len(level) == 1 for level in partners.values())
    for link in found.edges(ChildOf):
        assert {rows[link.child] - 1} == partners[link.parent]


@settings(max_examples=150, deadline=None)
@given(wild())
def test_anything_that_is_told_gives_everybody_a_row_from_0(found: FamilyGraph) -> None:
    rows = generations(found, frozenset({"cared"}))
    assert sorted(rows) == [one.id for one in found.people]
    assert min(rows.values(), default=0) == 0
    assert max(rows.values(), default=0) <= len(rows)


def test_each_lone_person_is_lined_up_with_all_before_them() -> None:
    """The second of them by the middle of four years, that of the first among them."""
    rows = generations(
        family(
            person("a", born="1900"),
            *children("a", "b"),
            person("b", born="1930"),
            *children("b", "c"),
            person("c", born="1960"),
            person("d", born="1935"),
            person("e", born="1955"),
            person("f"),
        )
    )
    assert rows == {"a": 0, "b": 1, "c": 2, "d": 1, "e": 2, "f": 1}


def test_thousands_of_people_whom_nothing_joins_have_their_rows_at_once() -> None:
    """Each used to be lined up with all the others anew: 46 of 52 seconds of adding one to 3,000."""
    few, many = (
        family(*(person(f"p{i:04}", born=str(1900 + i % 120)) for i in range(size))) for size in (400, 1600)
    )
    assert set(generations(many).values()) == {0}
    assert calls_of(lambda: generations(many)) < 6 * calls_of(lambda: generations(few))
