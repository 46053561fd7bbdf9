"""The order of a generation: lines that cross, custom, who is near whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.edit import carers, details
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.chains import chains
from genogram_app.layout.kinship.clumps import clumped, parts_of
from genogram_app.layout.kinship.kin import Kin, kin_of
from genogram_app.layout.kinship.order import ordered
from genogram_app.layout.kinship.walks import best_known, by_steps
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.crossings import crossings_of
from genogram_app.layout.sheet.extents import Options
from genogram_app.model.base import Record
from genogram_app.model.dates import When
from genogram_app.model.ties import Twin
from tests.builders import case_of
from tests.layout.drawn_step_by_step import afresh, named, told
from tests.layout.families import OPTIONS, children, extents_of, home, orderly, person, union, wild


def rows_of(kin: Kin, options: Options = OPTIONS) -> list[list[str]]:
    """Give each row's people from left to right."""
    rows = ordered(kin, options, chains(kin)).rows()
    return [[kin.ids[who] for chain in row for who in chain] for row in rows]


def crossings(kin: Kin, rows: Sequence[Sequence[str]]) -> int:
    """Count how often lines from parents to children cross, row by row."""
    place = {key: i for row in rows for i, key in enumerate(row)}
    lines: dict[int, list[tuple[float, float]]] = {}
    for brood in kin.births:
        top = sum(place[kin.ids[who]] for who in brood.partners) / len(brood.partners)
        row = kin.rows[brood.partners[0]]
        lines.setdefault(row, []).extend((top, float(place[kin.ids[child]])) for child in brood.children)
    return sum(crossings_of(some) for some in lines.values())


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_crossings_are_those_of_every_two_lines(lines: list[tuple[int, int]]) -> None:
    every = sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(lines, 2))
    assert crossings_of([(float(a), float(b)) for a, b in lines]) == every


@settings(max_examples=60, deadline=None)
@given(wild())
def test_everybody_stands_in_their_row_once(family: FamilyGraph) -> None:
    kin = kin_of(family, OPTIONS)
    for row, keys in enumerate(rows_of(kin)):
        assert sorted(keys) == [key for key, own in zip(kin.ids, kin.rows, strict=True) if own == row]


@settings(max_examples=40, deadline=None)
@given(orderly())
def test_two_rows_cross_as_little_as_any_order_of_the_lower_one(family: FamilyGraph) -> None:
    kin = kin_of(family, OPTIONS)
    rows = rows_of(kin)
    if len(rows) == 2 and len(rows[1]) <= 6:
        best = min(crossings(kin, [rows[0], list(order)]) for order in permutations(rows[1]))
        assert crossings(kin, rows) <= best


def test_three_families_joined_by_marriage_cross_nowhere() -> None:
    records: list[Record] = [person(f"{f}{i}", "man" if i % 2 else "woman") for f in "abc" for i in range(5)]
    for f in "abc":
        records += [*union(f"u{f}", f"{f}0", f"{f}1"), *children(f"u{f}", f"{f}2", f"{f}3", f"{f}4")]
    records += [*union("ab", "a4", "b3"), *union("bc", "b4", "c3")]
    kin = kin_of(FamilyGraph.of(records), OPTIONS)
    assert crossings(kin, rows_of(kin)) == 0


def test_cousins_who_marry_stand_side_by_side() -> None:
    records: list[Record] = [
        person(key, gender) for key, gender in zip("abcdefgh", ["man", "woman"] * 4, strict=True)
    ]
    records += [*union("u0", "a", "b"), *children("u0", "c", "d")]
    records += [*union("u1", "c", "f"), *union("u2", "e", "d")]
    records += [*children("u1", "g"), *children("u2", "h"), *union("u3", "g", "h")]
    kin = kin_of(FamilyGraph.of(records), OPTIONS)
    rows = rows_of(kin)
    assert sorted(rows[2]) == ["g", "h"]
    assert crossings(kin, rows) == 0


def test_the_eldest_stands_left_where_no_line_crosses_for_it() -> None:
    records: list[Record] = [person("a", "man"), person("b", "woman"), *union("u", "a", "b")]
    records += [person(f"k{i}", born=str(2000 - i)) for i in range(7)]
    records += children("u", *(f"k{i}" for i in range(7)))
    records += [person("x", "woman"), *union("v", "k3", "x")]
    rows = rows_of(kin_of(FamilyGraph.of(records), OPTIONS))
    assert [key for key in rows[1] if key != "x"] == [f"k{i}" for i in reversed(range(7))]


def test_who_stands_left_can_be_turned_round() -> None:
    records: list[Record] = [person("a", "man"), person("b", "woman"), *union("u", "a", "b")]
    records += [person(f"k{i}", born=str(2000 + i)) for i in range(5)]
    records += children("u", *(f"k{i}" for i in range(5)))
    records += [person("x", "woman"), *union("v", "k3", "x")]
    turned = replace(
        OPTIONS, left_kinds=frozenset({"woman"}), right_kinds=frozenset({"man"}), youngest_left=True
    )
    kin = kin_of(FamilyGraph.of(records), turned)
    rows = rows_of(kin, turned)
    assert rows[0] == ["b", "a"]
    assert [key for key in rows[1] if key != "x"] == [f"k{i}" for i in reversed(range(5))]


def test_three_partners_stand_in_order_of_time() -> None:
    names = {"donna": "2005", "gwen": "2012", "priya": "2018"}
    records: list[Record] = [person("zed", "man"), *(person(key, "woman") for key in names)]
    for key, since in names.items():
        records += union(f"u.{key}", "zed", key, since=since)
    (row,) = rows_of(kin_of(FamilyGraph.of(records), OPTIONS))
    assert row in (["donna", "gwen", "zed", "priya"], ["donna", "zed", "gwen", "priya"])


def test_six_partners_stand_in_order_of_time_whichever_of_them_have_parted() -> None:
    records: list[Record] = [person("ben", "man")]
    options = replace(OPTIONS, ended_kinds=frozenset({"over"}))
    for number, kind in enumerate(["over", "over", "pair", "over", "pair", "pair"]):
        records += [person(f"w{number}", "woman")]
        records += union(f"u{number}", "ben", f"w{number}", since=str(2001 + 3 * number), kind=kind)
    (row,) = rows_of(kin_of(FamilyGraph.of(records), options), options)
    assert row == ["w0", "w1", "w2", "w3", "w4", "ben", "w5"]


@pytest.mark.parametrize("elder", ["pete", "lisa"])
def test_past_carers_stand_outside_those_who_live_together(elder: str) -> None:
    records: list[Record] = [person(key, "woman") for key in ("gran", "lisa", "ann")]
    records += [
        person(key, "man", "1990" if key == elder else "") for key in ("grandad", "pete", "dad", "bob")
    ]
    records += [person("jay", born="2015"), person("mia", born="2018")]
    records += [*union("u0", "grandad", "gran"), *children("u0", "pete", "lisa")]
    records += [*union("u1", "dad", "lisa"), *children("u1", "jay", "mia"), *union("c", "bob", "ann")]
    records += [link.put(until=When("2025")) for link in children("c", "jay", "mia", kind="cared")]
    apart = rows_of(kin_of(FamilyGraph.of(records), OPTIONS))[1]
    together = rows_of(kin_of(FamilyGraph.of([*records, *home("h", "lisa", "pete", "jay")]), OPTIONS))[1]
    assert sorted(apart) == sorted(together)
    here = sorted(together.index(key) for key in ("lisa", "pete"))
    assert not any(here[0] < together.index(key) < here[1] for key in ("ann", "bob"))


def test_twins_who_grow_up_apart_stand_together() -> None:
    twins = [link.put(birth="b", twin=Twin.IDENTICAL) for link in children("u0", "mia", "zoe")]
    carers = [person(key) for key in ("eve", "ann", "bob")]
    apart = [*children("eve", "mia", kind="cared"), *union("u1", "bob", "ann"), *children("u1", "zoe")]
    family = FamilyGraph.of(
        [
            *(person(key, born="2015") for key in ("mia", "zoe")),
            person("kit", born="2012"),
            *(person(key) for key in ("dad", "mum")),
            *union("u0", "dad", "mum"),
            *children("u0", "kit"),
            *carers,
            *twins,
            *apart,
        ]
    )
    row = rows_of(kin_of(family, OPTIONS))[1]
    assert abs(row.index("mia") - row.index("zoe")) == 1


def test_twins_stand_together_though_of_one_the_day_is_blank() -> None:
    records: list[Record] = [person("a", "man"), person("b", "woman"), *union("u", "a", "b")]
    records += [person("t1", born="2001"), person("k", born="2005"), person("t2")]
    links = children("u", "t1", "t2", "k")
    records += [*(link.put(birth="together", twin=Twin.UNKNOWN) for link in links[:2]), links[2]]
    assert rows_of(kin_of(FamilyGraph.of(records), OPTIONS))[1] == ["t1", "t2", "k"]


@pytest.mark.parametrize(("first", "second"), [("rose", "sheila"), ("sheila", "rose")])
def test_carers_stand_on_the_side_of_the_children_they_look_after(first: str, second: str) -> None:
    """Nothing but the lines to the cousins in their care says which of the two stands left."""
    records: list[Record] = [person("gran", "woman"), person("rose", "woman"), person("sheila", "woman")]
    records += [person("tom", "man", "1980"), person("una", "woman", "1982"), *children("gran", "tom", "una")]
    records += [person(f"{parent}{i}") for parent in ("tom", "una") for i in range(2)]
    for carer, parent in ((first, "tom"), (second, "una")):
        cousins = [f"{parent}{i}" for i in range(2)]
        records += [*children(parent, *cousins), *children(carer, *cousins, kind="cared")]
    row = rows_of(kin_of(FamilyGraph.of(records), OPTIONS))[1]
    assert (row.index("tom") < row.index("una")) == (row.index(first) < row.index(second))


def test_families_that_nothing_joins_stand_apart() -> None:
    records: list[Record] = []
    for f in "abc":
        records += [person(f"{f}0", "man"), person(f"{f}1", "woman"), *union(f"u{f}", f"{f}0", f"{f}1")]
        records += [person(f"{f}2"), person(f"{f}3"), *children(f"u{f}", f"{f}2", f"{f}3")]
    for row in rows_of(kin_of(FamilyGraph.of(records), OPTIONS)):
        families = [key[0] for key in row]
        assert families == sorted(families)


def test_brothers_and_sisters_with_nobody_of_their_own_form_a_clump() -> None:
    records: list[Record] = [person("a", "man"), person("b", "woman"), *union("u", "a", "b")]
    records += [person(f"k{i}", born=str(2000 - i)) for i in range(4)]
    records += [*children("u", *(f"k{i}" for i in range(4))), person("x"), *union("v", "k1", "x")]
    kin = kin_of(FamilyGraph.of(records), OPTIONS)
    blocks = clumped(kin, chains(kin))
    assert sorted([kin.ids[who] for who in block] for block in blocks) == [
        ["a", "b"],
        ["k1", "x"],
        ["k3", "k2", "k0"],
    ]
    assert [len(part) for part, _ in parts_of(kin, blocks)] == [3]


@given(st.lists(st.lists(st.integers(0, 7), max_size=4, unique=True), min_size=8, max_size=8))
def test_walks_pass_everybody_once(kindred: list[list[int]]) -> None:
    for walk in (by_steps, best_known):
        whole = [list({*near, *(i for i in range(8) if b in kindred[i])}) for b, near in enumerate(kindred)]
        assert sorted(walk(whole, range(8))) == list(range(8))


def order_of(family: FamilyGraph, *names: str) -> list[str]:
    """Give some people of a sheet from left to right."""
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    return sorted(names, key=lambda name: layout.places[name])


@pytest.mark.parametrize(
    ("line", "row", "apart"),
    [
        (
            "mum Ngozi 19; dad not known; brother Chidi 1; foster carers Bob and Jean since June 2026; "
            "grandmother Ifeoma 45 mum's mum; mum's brother Uche 22; Uche's partner Blessing 21; "
            "lives with Bob and Jean",
            "Ngozi Uche Blessing",
            "Bob Jean",
        ),
        (
            "mum Lisa 30; mum's partner Pat 32; sister Mia 5; dad Darren 33; dad's partner Kim 29; "
            "Kim's daughter Zara 7; dad and Kim's son Leo 1; mum's mum Jean 58; mum's brother Max 27",
            "Kim Darren Lisa Pat Max",
            "",
        ),
    ],
)
def test_a_family_that_was_told_stands_as_custom_has_it_once_it_is_tidied(
    line: str, row: str, apart: str
) -> None:
    """Carers not between brothers and sisters; who is a man left, though of other partners nobody knows."""
    session = told(line)
    there = afresh(session).placed("genogram")
    at = {name: there[named(session, name)].x for name in (row + " " + apart).split()}
    found = sorted(row.split(), key=at.__getitem__)
    assert found == row.split()
    for carer in apart.split():
        assert not at[found[0]] < at[carer] < at[found[-1]]


@pytest.mark.parametrize("choices", [("women_left",), ("youngest_left",), ("women_left", "youngest_left")])
def test_what_the_worker_turns_round_is_turned_on_the_drawn_sheet_and_stays_so_when_tidied(
    choices: Sequence[str],
) -> None:
    session = told(
        "mum Kasia 33; dad Tomek 36; sister Zuzanna 2; brother Mateusz 11; mum's sister Ola 28; "
        "Ola's husband Piotr 30; Ola and Piotr's son Jan 3"
    )
    session.do(details.set_page(session.case, **dict.fromkeys(choices, True)))
    couples = [("Tomek", "Kasia"), ("Piotr", "Ola")]
    children = [("Mateusz", "Zuzanna")]
    for there in (session.case.placed("genogram"), afresh(session).placed("genogram")):
        x = {name: there[named(session, name)].x for pair in (*couples, *children) for name in pair}
        assert all((x[man] > x[woman]) == ("women_left" in choices) for man, woman in couples)
        assert all((x[elder] > x[younger]) == ("youngest_left" in choices) for elder, younger in children)


@pytest.mark.parametrize("keys", [("u1", "u2", "u3"), ("u3", "u2", "u1"), ("u2", "u1", "u3")])
def test_couples_without_a_date_stand_in_the_order_of_their_children(keys: tuple[str, str, str]) -> None:
    first, second, third = keys
    family = FamilyGraph().changed(
        put=[
            *(person(name, gender) for name, gender in (("ann", "woman"), ("al", "man"), ("bo", "man"))),
            *(person(name, born=born) for name, born in (("old", "2001"), ("mid", "2010"), ("new", "2020"))),
            person("cy", "man"),
            *union(first, "ann", "al"),
            *union(second, "ann", "bo"),
            *union(third, "ann", "cy"),
            *children(first, "old"),
            *children(second, "mid"),
            *children(third, "new"),
        ]
    )
    assert order_of(family, "al", "bo", "cy") == ["al", "bo", "cy"]


@given(st.permutations(["rob", "sue", "tom"]))
def test_brothers_and_sisters_whose_parents_nobody_knows_stand_together(names: list[str]) -> None:
    """Each of two partners has a brother and a sister; nobody's parents are on the sheet."""
    hers, his = names, ["ada", "bea", "col"]
    family = FamilyGraph().changed(
        put=[
            *(person(name) for name in (*hers, *his)),
            *union("u1"),
            *union("u2"),
            *children("u1", *hers),
            *children("u2", *his),
            *union("u3", his[1], hers[1]),
        ]
    )
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    row = sorted([*hers, *his], key=lambda name: layout.places[name])
    assert {*row[:3]} in ({*hers}, {*his})
    assert len({y for _, y in layout.places.values()}) == 1
    assert min(y for _, y in layout.places.values()) < 100.0


@pytest.mark.parametrize("others", ["brother Tyler 6; sister Maisie 2", "sister Maisie 2; brother Tyler 6"])
def test_carers_draw_no_child_out_of_the_order_of_birth(others: str) -> None:
    session = told(f"mum Chantelle 23; sister Lexi 4; {others}")
    lexi = named(session, "Lexi")
    session.do(carers.add_carers(session.case, session.stamp, lexi, "foster", couple=True))
    there = afresh(session).placed("genogram")
    row = [there[named(session, name)].x for name in ("Tyler", "Lexi", "Maisie")]
    assert row == sorted(row)


def test_brothers_and_sisters_stand_in_their_turn_where_no_line_crosses_anyway() -> None:
    """The youngest stood leftmost, and the bar of two sisters ran over a couple who are no kin of theirs."""
    elder = [f"k{number}" for number in range(5)]
    people = [
        *(person(key, "man", f"{1970 + number}") for number, key in enumerate(elder)),
        *(person(key, "man") for key in ("dad", "sons-dad", "grandad", "uncle", "cousin")),
        *(person(key, "woman") for key in ("mum", "gran")),
        person("youngest", "woman", "1981"),
        person("son", "man", "1975"),
        person("sister", "woman", "1951"),
        person("aunt", "woman", "1953"),
    ]
    ties = [
        *union("parents", "dad", "mum"),
        *children("parents", *elder, "youngest"),
        *union("young", "son", "youngest"),
        *union("sons", "sons-dad", "sister"),
        *children("sons", "son"),
        *union("old", "grandad", "gran"),
        *children("old", "sister", "aunt"),
        *union("theirs", "uncle", "aunt"),
        *children("theirs", "cousin"),
    ]
    rows = rows_of(kin_of(case_of(*people, *ties).family, OPTIONS))
    row = next(row for row in rows if "youngest" in row)
    turns = [row.index(key) for key in (*elder, "youngest")]
    assert turns == sorted(turns)
    row = next(row for row in rows if "sister" in row)
    between = row[slice(*sorted((row.index("sister"), row.index("aunt"))))]
    assert {"dad", "mum"}.isdisjoint(between)
