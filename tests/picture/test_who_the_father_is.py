"""Who the father is isn't sure: the mother's line is solid, his is dotted, each from the one it is of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from genogram_app.drawing.primitives import Node
from genogram_app.family.from_each import sure_line
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.base import Record
from genogram_app.model.ties import Twin
from genogram_app.picture.compose import Sheet, compose
from genogram_app.picture.key_cards import used_cards
from tests.builders import TODAY, case_of, child, couple
from tests.picture.composed import DISPUTED, MARRIED, NEVER, PRESUMED, born_to, man, perhaps_his, woman
from tests.picture.sheets import scene

KINDS = pytest.mark.parametrize("kind", [PRESUMED, DISPUTED])
BOTH = [man("jay", born="2019-03-03", subject=True), woman("lisa"), man("piotr")]
PAIR = couple("pair", "piotr", "lisa", kind=MARRIED, since="2017")
#: Half a mark, and as much air again.
CLEAR = 12.0


def drawn(*records: Record, reader: Reader = Reader.CASE_FILE) -> Sheet:
    case = case_of(*records)
    hand = scene().hand(case.page)
    harmless, paternity = hand.catalog.harmless, hand.catalog.paternity
    view = View(as_at=TODAY, kind="genogram", reader=reader, harmless=harmless, paternity=paternity)
    return compose(hand.pen, hand.catalog, seen(case, view), view)


def node(sheet: Sheet, key: str) -> Node:
    (found,) = (each for each in sheet.family.nodes if each.key == key)
    return found


@KINDS
def test_the_child_of_a_couple_has_a_line_from_each(kind: str) -> None:
    """It hung by one dotted line from the couple's bar: as if the mother were in question too."""
    link = child("jay", "pair", kind=kind)
    sheet = drawn(*BOTH, *PAIR, link)
    his, hers = (sheet.layout.descents[key] for key in (link.id, sure_line(link.id)))
    for who, line in (("piotr", his), ("lisa", hers)):
        assert line[0][0] == sheet.layout.places[who][0]
    assert hers[-1][0] == sheet.layout.places["jay"][0]
    assert his[-1] != hers[-1]
    assert len(sheet.layout.bars["pair"].points) == 2
    assert not sheet.layout.stubs


@KINDS
def test_both_lines_are_one_thing_to_a_finger_and_said_in_words(kind: str) -> None:
    link = child("jay", "pair", kind=kind)
    sheet = drawn(*BOTH, *PAIR, link)
    card = scene().catalog.link(kind)
    found = node(sheet, f"descent:{link.id}")
    assert found.says == f"Jay, born to: Lisa; {card.label}: Piotr"
    box, places = found.bounds, sheet.layout.places
    assert box.left <= places["piotr"][0] < places["lisa"][0] <= box.right
    used = used_cards(scene().catalog, sheet.case, sheet.layout, (), TODAY)
    assert {"born to", card.label} <= {each.label for each, _ in used}


@KINDS
def test_it_is_drawn_alike_where_he_stands_elsewhere(kind: str) -> None:
    couple_of = drawn(*BOTH, *couple("pair", "piotr", "lisa", kind=NEVER), child("jay", "pair", kind=kind))
    alone = drawn(*BOTH, *born_to("lisa", "jay"), child("jay", "piotr", kind=kind))
    assert couple_of.layout.descents["jay.of.pair"][0][0] == couple_of.layout.places["piotr"][0]
    assert {len(sheet.layout.descents) for sheet in (couple_of, alone)} == {2}
    assert not couple_of.layout.bars["pair"].points
    assert not alone.layout.stubs


def test_two_men_may_be_the_father_and_their_older_child_hangs_from_the_bar() -> None:
    sheet = drawn(*perhaps_his())
    lines, places = sheet.layout.descents, sheet.layout.places
    starts = {key: line[0][0] for key, line in lines.items()}
    assert starts["jay.of.pair"] == places["piotr"][0]
    assert starts["jay.of.sam"] == places["sam"][0]
    assert starts["ann.of.pair"] == pytest.approx(sheet.layout.bars["pair"].middle[0])


@pytest.mark.parametrize("twin", [Twin.IDENTICAL, None])
def test_of_all_children_of_one_bar_it_is_asked_with_one_line(twin: Twin | None) -> None:
    """A dotted line to each crossed the mother's lines, and hid them under question marks."""
    links = [
        child(key, "pair", kind=PRESUMED).put(birth="b" if twin else "", twin=twin) for key in ("ben", "tom")
    ]
    people = [man("ben", born="2019-03-03"), man("tom", born="2019-03-03"), woman("lisa"), man("piotr")]
    sheet = drawn(*people, *PAIR, *links)
    lines = sheet.layout.descents
    (his,) = (lines[link.id] for link in links if link.id in lines)
    tops = [lines[sure_line(link.id)][0] for link in links]
    (shared,) = sheet.layout.sibships
    bar = [point for line in shared.lines for point in line]
    assert his[0][0] == sheet.layout.places["piotr"][0]
    assert his[-1] in {*tops, *bar} or any(
        a[1] == b[1] == his[-1][1] and min(a[0], b[0]) <= his[-1][0] <= max(a[0], b[0])
        for line in shared.lines
        for a, b in pairwise(line)
    )
    assert not sheet.layout.stubs
    assert node(sheet, "descent:tom.of.pair").says == "Tom, born to: Lisa; thought to be the parent: Piotr"


def test_twins_of_whom_one_is_asked_about_stay_twins() -> None:
    """The one hung from the mother, the other from the couple: nothing said any more that they are twins."""
    asked, simply = (
        child(key, "pair", kind=kind).put(birth="b", twin=Twin.IDENTICAL)
        for key, kind in (("ben", PRESUMED), ("tom", scene().catalog.paternity.birth))
    )
    people = [man("ben", born="2019-03-03"), man("tom", born="2019-03-03"), woman("lisa"), man("piotr")]
    sheet = drawn(*people, *PAIR, asked, simply)
    lines = sheet.layout.descents
    assert lines[sure_line(asked.id)][0] == lines[sure_line(simply.id)][0]
    assert [each.key for each in sheet.family.nodes if each.key.startswith("twins:")] == ["twins:b"]


def test_the_only_child_of_a_couple_alone_stands_under_their_middle() -> None:
    """It stood under the father, with a step in its line: no room beside the first of a row was counted."""
    sheet = drawn(*BOTH, *PAIR, *born_to("pair", "jay"))
    assert sheet.layout.places["jay"][0] == pytest.approx(sheet.layout.bars["pair"].middle[0], abs=0.02)


def test_a_father_and_a_mother_who_each_stand_alone_have_no_other_parent_to_ask_for() -> None:
    """A “?” hung from each of the two: as if there were a third."""
    sheet = drawn(*BOTH, *born_to("lisa", "jay"), *born_to("piotr", "jay"))
    assert not sheet.layout.stubs


@KINDS
def test_a_family_copy_draws_a_couple_s_child_as_theirs(kind: str) -> None:
    sheet = drawn(*BOTH, *PAIR, child("jay", "pair", kind=kind), reader=Reader.FAMILY)
    (line,) = sheet.layout.descents.values()
    assert line[0] == sheet.layout.bars["pair"].middle
    assert scene().catalog.link(kind).label not in str(sheet.drawing)


@KINDS
def test_the_mark_of_a_doubt_stands_clear_of_the_mothers_line(kind: str) -> None:
    """It lay against her line, and in print touched it: it seemed to be she who is in question."""
    people = [man(key, born=born) for key, born in (("ben", "2016-03-03"), ("tom", "2019-03-03"))]
    links = [
        *born_to("lisa", "ben"),
        *born_to("lisa", "tom"),
        *(child(key, "piotr", kind=kind) for key in ("ben", "tom")),
    ]
    layout = drawn(*people, woman("lisa"), man("piotr"), man("sam"), *links, child("sam", "lisa")).layout
    for key in ("ben", "tom"):
        his, hers = (layout.descents[f"{key}.of.{parent}"] for parent in ("piotr", "lisa"))
        assert abs(his[-1][0] - hers[-1][0]) >= CLEAR
