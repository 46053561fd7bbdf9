"""A child of a couple one of whom is in doubt has a line from each."""

from __future__ import annotations

from genogram_app.family.from_each import Doubt, from_each, link_of, sure_line
from genogram_app.family.generations import generations
from genogram_app.model.ties import ChildOf, Twin
from tests.builders import KINDS, case_of, child, couple, person

ASKED = "asked"
PEOPLE = [person("jay"), person("lisa"), person("piotr")]
LINK = child("jay", "pair", kind=ASKED, birth="b", twin=Twin.IDENTICAL)
DOUBTS = (Doubt(LINK.id, "lisa", ASKED),)


def test_the_mother_s_line_is_a_birth_and_his_is_what_was_written_down() -> None:
    family = case_of(*PEOPLE, *couple("pair", "lisa", "piotr"), LINK).family
    drawn = from_each(family, DOUBTS, KINDS.birth)
    his, hers = drawn.edges(ChildOf)
    assert (his.id, his.parent, his.kind, his.twin) == (LINK.id, "piotr", ASKED, None)
    assert (hers.id, hers.parent, hers.kind, hers.birth) == (sure_line(LINK.id), "lisa", KINDS.birth, "b")
    assert {link_of(his.id), link_of(hers.id)} == {LINK.id}
    assert from_each(drawn, DOUBTS, KINDS.birth) is drawn
    assert from_each(family, DOUBTS, KINDS.birth) is drawn


def test_of_one_whose_partner_isn_t_there_the_line_is_a_birth() -> None:
    family = case_of(*PEOPLE, *couple("pair", "lisa"), LINK).family
    (link,) = from_each(family, DOUBTS, KINDS.birth).edges(ChildOf)
    assert (link.id, link.parent, link.kind) == (LINK.id, "lisa", KINDS.birth)


def test_where_nobody_is_in_doubt_it_is_the_very_same_family() -> None:
    family = case_of(*PEOPLE, *couple("pair", "lisa", "piotr"), LINK).family
    assert from_each(family, (), KINDS.birth) is family


def test_a_line_in_doubt_places_a_child_only_where_no_sure_one_does() -> None:
    """Her own father was said to be the child's: the three stood in rows that no line agreed with."""
    mother, elder = child("jay", "lisa"), child("lisa", "ron")
    asked = child("jay", "ron", kind=ASKED)
    doubts = frozenset({ASKED})
    people = [person("jay"), person("lisa"), person("ron")]
    rows = generations(case_of(*people, mother, elder, asked).family, doubts=doubts)
    assert rows == {"ron": 0, "lisa": 1, "jay": 2}
    assert generations(case_of(*people, asked).family, doubts=doubts)["jay"] == 1


def test_a_line_in_doubt_places_its_family_before_a_carer_s_does() -> None:
    """The grandmother who looks after a child stood beside the man said to be its father, her son."""
    links = [
        child("jay", "lisa"),
        child("piotr", "ola"),
        child("jay", "ola", kind="cared").put(id="a_first"),
        child("jay", "piotr", kind=ASKED),
    ]
    people = [person(key) for key in ("jay", "lisa", "piotr", "ola")]
    rows = generations(case_of(*people, *links).family, frozenset({"cared"}), frozenset({ASKED}))
    assert rows == {"ola": 0, "piotr": 1, "lisa": 1, "jay": 2}
