"""Profiles: what each draws otherwise, what a case turns over by hand, and what never changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from genogram_app.catalog.load import load
from genogram_app.catalog.template import Template, chosen, dressed, template, templates
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Drawing, Group, Mark, Text
from genogram_app.drawing.primitives import Path as Ink
from genogram_app.errors import CardError, UsageError
from genogram_app.family.case import Case
from genogram_app.model.dates import When
from genogram_app.model.document import Page
from genogram_app.model.person import Life, Part, Phase, Theme
from genogram_app.picture import wording
from genogram_app.studio.publish import prepare, view_of
from genogram_app.studio.scene import Scene
from tests.builders import TODAY, case_of, child, couple, person
from tests.picture.sheets import sample, scene

BIRTH = scene().catalog.by_role("descent", "by_birth").id
MARRIED = scene().catalog.by_role("unions", "marriage").id


def drawn(case: Case, **page: Any) -> Drawing:
    with_page = case.with_(page=Page.model_validate(page))
    view = view_of(scene(), "genogram", TODAY, "case-file")
    return prepare(scene(), with_page, view=view, words_page=False).sheet.drawing


def letters(drawing: Drawing) -> set[str]:
    return {text.content for text in drawing.texts()}


def family() -> Case:
    need = next(card.id for card in scene().catalog.themes.values() if card.fills)
    theme = Theme(id="t", card=need, part=Part.OWN_NEED, phase=Phase.NOW)
    partners = scene().catalog.by_role("unions", "living_together").id
    return case_of(
        person("jay", subject=True, born=When("2015-03-03")),
        person("lost", "?", life=Life.MISCARRIAGE, born=When("2013")),
        person("mum", themes=(theme,), born=When("1985")),
        person("dad"),
        person("ray"),
        *couple("pair", "mum", "dad", kind=MARRIED),
        *couple("next", "mum", "ray", kind=partners),
        child("jay", "pair", kind=BIRTH),
        child("lost", "pair", kind=BIRTH),
    )


def test_the_woman_of_a_couple_stands_left_where_the_sheet_has_it_so() -> None:
    catalog = scene().catalog
    man, woman = (catalog.from_gedcom("people", token) or "" for token in "MF")
    case = case_of(
        person("a", gender=woman), person("b", gender=man), *couple("pair", "a", "b", kind=MARRIED)
    )
    for women_left, order in ((False, ["B", "A"]), (True, ["A", "B"])):
        names = [text for text in drawn(case, women_left=women_left).texts() if text.content in "AB"]
        assert [text.content for text in sorted(names, key=lambda text: text.x)] == order


def test_there_are_three_and_the_first_is_the_everyday_one() -> None:
    assert list(templates()) == ["everyday", "full", "simple_uk"]
    assert template("") is templates()["everyday"]


def test_the_everyday_one_draws_as_a_pen_that_knows_of_none() -> None:
    everyday = template("everyday")
    plain = Template(everyday.name, everyday.label, everyday.note, everyday.order)
    assert everyday == plain


def test_a_profile_that_is_not_there_is_refused_by_name_and_passed_over_in_a_file() -> None:
    with pytest.raises(UsageError, match="everyday, full, simple_uk"):
        template("ours")
    assert chosen(Page(profile="ours")) == template("everyday")
    assert chosen(Page(profile="ours"), "full") == template("full")


def test_a_case_turns_single_choices_over() -> None:
    used = chosen(Page(profile="simple_uk", inside="year", colours=True, losses="dot"))
    assert (used.inside, used.colours, used.losses, used.fills) == ("year", True, "dot", False)
    assert used.same == template("simple_uk").same


#: Jay is a diamond, which has no room for a day.
INSIDE: dict[str, set[str]] = {"age": {"11"}, "born": {"2015"}, "year": {"2015"}, "nothing": set()}


@pytest.mark.parametrize(("inside", "stands"), INSIDE.items())
def test_what_stands_inside(inside: str, stands: set[str]) -> None:
    texts = drawn(family(), inside=inside).painted()
    (jay,) = [node for node in texts if node.key == "person:jay"]
    symbol = {mark.content for mark in jay.marks if isinstance(mark, Text)} - {"Jay", "b. 3 Mar 2015", "?"}
    assert symbol == stands


def test_a_date_of_birth_of_which_only_the_year_is_known_is_that_year() -> None:
    someone = person("jo", born=When("1985~"))
    assert wording.inside(scene().words, someone, date(2026, 1, 1), "born") == "~1985"


def fills(marks: tuple[Mark, ...]) -> int:
    return sum(isinstance(mark, Group) and bool(mark.clip) for mark in marks)


@pytest.mark.parametrize(("profile", "filled"), [("everyday", 0), ("full", 1), ("simple_uk", 0)])
def test_only_the_full_one_fills(profile: str, filled: int) -> None:
    nodes = drawn(family(), profile=profile).nodes
    assert sum(fills(node.marks) for node in nodes if node.role == "person") == filled
    assert sum(fills(node.marks) for node in nodes if node.key == "key") == filled


def shape(drawing: Drawing) -> float:
    (node,) = [node for node in drawing.nodes if node.key == "person:lost"]
    return max(bounds(mark.outline).width for mark in node.marks if isinstance(mark, Ink))


def test_a_loss_is_a_dot_or_a_diagonal_cross() -> None:
    assert shape(drawn(family(), losses="dot")) < 10 < shape(drawn(family(), losses="cross"))


def colours(drawing: Drawing) -> set[str]:
    """Give the colours of strokes that aren't grey."""
    inks = (mark for node in drawing.nodes for mark in node.marks if isinstance(mark, Ink))
    found = {ink.stroke.paint for ink in inks if ink.stroke}
    return {each for each in found if not each[1:3] == each[3:5] == each[5:7]}


def test_without_colours_everything_is_grey() -> None:
    assert colours(drawn(sample("practice")))
    assert colours(drawn(sample("practice"), colours=False)) == set()


def test_the_full_one_says_in_the_key_what_professionals_call_it() -> None:
    card = next(card for card in scene().catalog.unions.values() if card.role == "living_together")
    assert card.term
    assert card.label in letters(drawn(family()))
    assert f"{card.label} ({card.term})" in letters(drawn(family(), profile="full"))


def test_the_simple_key_has_one_row_for_what_it_draws_alike() -> None:
    simple, usual = letters(drawn(family(), profile="simple_uk")), letters(drawn(family()))
    assert "a lasting couple" in simple
    assert {"married", "live together as a couple"} <= usual
    assert not {"married", "live together as a couple"} & simple


def test_the_simple_key_has_eight_lines_at_most_for_couples() -> None:
    unions = dressed(load(), template("simple_uk")).unions
    looks: Mapping[str, object] = {card.label: card.line for card in unions.values()}
    named = {same.label for same in template("simple_uk").same}
    assert len(named) == 4
    assert named <= set(looks)


def test_every_state_of_a_couple_is_placed_in_the_simple_key_or_left_as_it_is_on_purpose() -> None:
    placed = {card for same in template("simple_uk").same for card in same.cards}
    assert placed <= set(load().unions)
    no_couple = {card.id for card in load().unions.values() if "not a couple" in card.label}
    assert no_couple
    unplaced = {"forced_marriage", "never_a_couple", "parted", "union_unknown"} | no_couple
    assert set(load().unions) - placed == unplaced


def test_each_look_of_the_simple_key_is_the_usual_one_of_the_card_that_it_names() -> None:
    usual, simple = load().unions, dressed(load(), template("simple_uk")).unions
    for same in template("simple_uk").same:
        assert {simple[card].line for card in same.cards} == {usual[same.drawn_as].line}, same.label
    looks = {simple[same.cards[0]].line for same in template("simple_uk").same}
    assert len(looks) == len(template("simple_uk").same)


def test_no_profile_leaves_anybody_or_any_line_out() -> None:
    everyday = {node.key for node in drawn(sample("practice")).nodes}
    for profile in templates():
        assert {node.key for node in drawn(sample("practice"), profile=profile).nodes} == everyday


def test_the_worker_s_default_is_for_cases_that_chose_none() -> None:
    mine = Scene(profile="full")
    assert mine.hand(Page()).pen.template == template("full")
    assert mine.hand(Page(profile="everyday")).pen.template == template("everyday")


def test_a_profile_with_a_fault_is_refused_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('label = "Ours"\norder = 1\ninside = "weight"\n', encoding="utf-8")
    with pytest.raises(CardError, match=r"ours\.toml, line 3.*weight"):
        templates(tmp_path)
