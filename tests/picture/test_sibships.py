"""Brothers and sisters: born together, not all drawn, and with a parent who isn't named."""

from __future__ import annotations

import pytest

from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Path, Text
from genogram_app.family.seen import Reader, View
from genogram_app.layout.descent.stubs import around_stub
from genogram_app.model.base import Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.person import Life, More, Person
from genogram_app.model.ties import Twin
from genogram_app.picture.compose import Sheet, compose
from tests.builders import TODAY, case_of, child, couple, person
from tests.picture.sheets import scene

BIRTH = scene().catalog.by_role("descent", "by_birth").id


def sheet_of(*records: Record) -> Sheet:
    view = View(as_at=TODAY, kind="genogram", reader=Reader.CASE_FILE)
    return compose(scene().pen, scene().catalog, case_of(*records), view)


def keyed(sheet: Sheet) -> set[str]:
    """Give what the key of a sheet says."""
    (key,) = [node for node in sheet.drawing.nodes if node.key == "key"]
    return {mark.content for mark in key.marks if isinstance(mark, Text)}


def twins(*kinds: Twin, life: Life = Life.LIVING) -> list[Record]:
    """Give a couple's eldest child and those who were born together after it."""
    names = [f"t{number}" for number in range(len(kinds))]
    born = When("2020-05-01")
    return [
        person("mum"),
        person("dad"),
        *couple("pair", "mum", "dad"),
        person("old", born=When("2015")),
        child("old", "pair", kind=BIRTH),
        *(person(name, born=born, life=life) for name in names),
        *(
            child(name, "pair", kind=BIRTH, birth="b1", twin=kind)
            for name, kind in zip(names, kinds, strict=True)
        ),
    ]


@pytest.mark.parametrize("kinds", [[Twin.IDENTICAL] * 2, [Twin.NOT_IDENTICAL] * 2, [Twin.UNKNOWN] * 3])
def test_those_born_together_hang_from_one_point(kinds: list[Twin]) -> None:
    descents = sheet_of(*twins(*kinds)).layout.descents
    tops = {descents[f"t{number}.of.pair"][0] for number in range(len(kinds))}
    assert len(tops) == 1
    assert descents["old.of.pair"][0] not in tops
    ends = [descents[f"t{number}.of.pair"][-1] for number in range(len(kinds))]
    assert len({x for x, _ in ends}) == len(kinds)


def test_unborn_twins_hang_from_one_point() -> None:
    descents = sheet_of(*twins(Twin.UNKNOWN, Twin.UNKNOWN, life=Life.UNBORN)).layout.descents
    assert descents["t0.of.pair"][0] == descents["t1.of.pair"][0]


def marks_between(*kinds: Twin) -> list[type]:
    nodes = sheet_of(*twins(*kinds)).drawing.nodes
    return [type(mark) for node in nodes if "twins:" in node.key for mark in node.marks]


def test_only_identical_twins_have_a_bar_between_their_lines() -> None:
    assert marks_between(Twin.IDENTICAL, Twin.IDENTICAL) == [Path]
    assert marks_between(Twin.NOT_IDENTICAL, Twin.NOT_IDENTICAL) == []
    assert marks_between(Twin.UNKNOWN, Twin.UNKNOWN) == [Text]
    assert marks_between(Twin.IDENTICAL, Twin.IDENTICAL, Twin.NOT_IDENTICAL) == [Path]


@pytest.mark.parametrize(
    ("kinds", "order"),
    [
        ((Twin.IDENTICAL, Twin.NOT_IDENTICAL, Twin.IDENTICAL), "021"),
        ((Twin.NOT_IDENTICAL, Twin.IDENTICAL, Twin.NOT_IDENTICAL, Twin.IDENTICAL), "0132"),
        ((Twin.IDENTICAL, Twin.UNKNOWN, Twin.IDENTICAL), "021"),
        ((Twin.NOT_IDENTICAL, Twin.IDENTICAL, Twin.IDENTICAL), "012"),
    ],
)
def test_identical_twins_stand_side_by_side_with_one_bar(kinds: tuple[Twin, ...], order: str) -> None:
    sheet = sheet_of(*twins(*kinds))
    places = sheet.layout.places
    across = sorted((place for place in places if place[0] == "t"), key=lambda key: places[key][0])
    assert "".join(key[1:] for key in across) == order
    marks = [mark for node in sheet.drawing.nodes if "twins:" in node.key for mark in node.marks]
    assert len([mark for mark in marks if isinstance(mark, Path)]) == 1
    assert "identical twins" in keyed(sheet)
    assert ("twins, not identical" in keyed(sheet)) == (Twin.NOT_IDENTICAL in kinds)


def test_the_bar_of_identical_twins_lies_level_where_one_symbol_is_taller() -> None:
    records = [
        each.put(subject=True) if isinstance(each, Person) and each.id == "t0" else each
        for each in twins(*[Twin.IDENTICAL] * 3)
    ]
    sheet = sheet_of(*records)
    ends = {sheet.layout.descents[f"t{number}.of.pair"][-1][1] for number in range(3)}
    (node,) = [node for node in sheet.family.nodes if node.key.startswith("twins:")]
    bars = [bounds(mark.outline) for mark in node.marks if isinstance(mark, Path)]
    assert len(ends) > 1
    assert max(bar.bottom for bar in bars) - min(bar.top for bar in bars) < 0.01


@pytest.mark.parametrize("more", [More.SOME, More.NONE, More.MAYBE])
def test_the_end_of_a_bar_stands_clear_of_the_legs_of_those_born_last(more: More) -> None:
    records = [
        replace_more(each, more) if each.id == "pair" else each for each in twins(*[Twin.NOT_IDENTICAL] * 3)
    ]
    layout = sheet_of(*records).layout
    (stub,) = layout.stubs.values()
    sign = around_stub(stub)
    for number in range(3):
        (x, y), (to_x, to_y) = layout.descents[f"t{number}.of.pair"][-2:]
        if to_x > x:
            under = y + (to_y - y) * (min(stub[-1][0], to_x) - x) / (to_x - x)
            assert under > sign.bottom + 2, number


def test_the_key_says_what_the_bar_means() -> None:
    assert "identical twins" in keyed(sheet_of(*twins(Twin.IDENTICAL, Twin.IDENTICAL)))


@pytest.mark.parametrize("more", More)
@pytest.mark.parametrize("count", [1, 2])
def test_a_couple_says_whether_there_are_more_children(more: More, count: int) -> None:
    pair, *partners = couple("pair", "mum", "dad")
    children = [person(f"c{number}") for number in range(count)]
    links = [child(each.id, "pair", kind=BIRTH) for each in children]
    sheet = sheet_of(person("mum"), person("dad"), replace_more(pair, more), *partners, *children, *links)
    assert list(sheet.layout.stubs) == ["pair"]
    assert scene().words.say(scene().catalog.mark_for(more.value).label) in keyed(sheet)


def replace_more(record: Record, more: More) -> Record:
    return record.put(more=more)


def lone(parents: Blank = Blank.NOT_ASKED) -> Sheet:
    return sheet_of(person("mum"), person("jo", parents=parents), child("jo", "mum", kind=BIRTH))


def test_a_single_parent_s_child_asks_for_the_other_parent() -> None:
    sheet = lone()
    assert len(sheet.layout.stubs) == 1
    assert any("other parent" in node.says for node in sheet.drawing.nodes)


def test_that_there_is_no_other_parent_is_an_answer() -> None:
    assert lone(Blank.NONE).layout.stubs == {}


def test_brothers_and_sisters_whose_parents_are_not_named_need_nobody_made_up() -> None:
    sheet = sheet_of(
        person("jo"), person("ann"), *couple("u"), child("jo", "u", kind=BIRTH), child("ann", "u", kind=BIRTH)
    )
    assert set(sheet.layout.places) == {"jo", "ann"}
    assert [node.says for node in sheet.drawing.nodes if node.key.startswith("stub:")] == [
        "Ann: the parents aren’t named"
    ]


def test_a_carer_alone_is_no_missing_parent() -> None:
    foster = scene().catalog.by_role("descent", "by_fostering").id
    assert sheet_of(person("ann"), person("jo"), child("jo", "ann", kind=foster)).layout.stubs == {}


def test_no_words_lie_on_a_stub() -> None:
    sheet = sheet_of(*twins(Twin.UNKNOWN, Twin.UNKNOWN), person("own"), child("own", "mum", kind=BIRTH))
    boxes = [around_stub(line) for line in sheet.layout.stubs.values()]
    assert boxes
    assert not any(spot.box.overlaps(box) for spot in sheet.layout.labels.values() for box in boxes)


def test_what_a_family_copy_leaves_unsaid_makes_no_stub() -> None:
    """A blank that isn't explained is one that nobody knows: it says nothing of more children."""
    records = [person("jo", siblings=Blank.UNKNOWN), person("mum"), person("dad"), *couple("u", "mum", "dad")]
    assert sheet_of(*records, child("jo", "u", kind=BIRTH)).layout.stubs == {}
