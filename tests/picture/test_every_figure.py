"""Everybody who can be told on one symbol: each feature, any two together, and all at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest

from genogram_app.catalog.cards import PersonCard
from genogram_app.drawing.geometry import bounds, contains, flatten
from genogram_app.drawing.primitives import Box, Outline, Text, texts_in
from genogram_app.model.dates import When
from genogram_app.model.document import Page, ViewKind
from genogram_app.model.person import Life
from genogram_app.picture.pen import extent_of
from genogram_app.picture.symbol import CAPITALS, Look
from genogram_app.picture.symbol import drawn as symbol
from genogram_app.picture.wording import inside
from genogram_app.studio.publish import prepare, view_of
from tests.builders import TODAY, case_of, child, couple, person
from tests.picture.everybody import Feature, drawn, features, pairs
from tests.picture.sheets import scene

PAIRS = pairs()


def _name(found: Sequence[Feature]) -> str:
    return " + ".join(feature.name for feature in found)


def _box(text: Text) -> Box:
    return Box(text.left, text.y - text.size * 0.75, text.left + text.width, text.y + text.size * 0.2)


def test_the_pairs_are_many_and_hold_every_feature() -> None:
    assert len(PAIRS) > 150
    assert {feature.name for found in PAIRS[len(features()) :] for feature in found} == {
        feature.name for feature in features()
    }


@pytest.mark.parametrize("found", PAIRS, ids=_name)
def test_no_letters_lie_on_others_and_none_is_too_small(found: Sequence[Feature]) -> None:
    texts = list(texts_in(drawn(*found).marks))
    for number, text in enumerate(texts):
        assert text.size >= 8
        for other in texts[number + 1 :]:
            assert not _box(text).overlaps(_box(other)), (text.content, other.content)


@pytest.mark.parametrize("found", PAIRS, ids=_name)
def test_what_stands_beside_a_symbol_lies_on_nothing_else(found: Sequence[Feature]) -> None:
    figure = drawn(*found)
    for number, box in enumerate(figure.beside):
        assert not any(box.overlaps(other) for other in figure.beside[number + 1 :])
        under = [text for text in texts_in(figure.marks) if text.y > bounds(figure.outline).bottom + 4]
        assert not any(box.overlaps(_box(text)) for text in under)
        others = (_box(text) for text in texts_in(figure.marks) if not box.contains((text.x, text.y - 3)))
        assert not any(box.grown(1).overlaps(other) for other in others)


@pytest.mark.parametrize("found", PAIRS, ids=_name)
def test_letters_inside_stay_inside(found: Sequence[Feature]) -> None:
    figure = drawn(*found)
    box = bounds(figure.outline)
    letters = [text for text in texts_in(figure.marks) if text.anchor == "middle" and text.x == 0]
    for text in (text for text in letters if text.y < box.bottom):
        assert stands_inside(text, figure.outline), text.content


def stands_inside(text: Text, outline: Outline) -> bool:
    """Measure letters against the edge itself: its box holds what lies over a circle's edge."""
    box = Box(text.left, text.y - text.size * CAPITALS, text.left + text.width, text.y)
    return all(contains(outline, (x, y)) for x in (box.left, box.right) for y in (box.top, box.bottom))


def _gender(role: str) -> PersonCard:
    catalog = scene().catalog
    return catalog.people[catalog.by_role("people", role).id]


DATE = "30 Sep\n2018"
PEOPLE = [card for card in scene().catalog.people.values() if not (card.ageless or card.life)]


@pytest.mark.parametrize("card", PEOPLE, ids=lambda card: card.label)
@pytest.mark.parametrize("fact", ["", "dead", "subject"])
@pytest.mark.parametrize("filled", [False, True])
def test_a_date_of_birth_inside_keeps_off_edge_strokes_and_fills(
    card: PersonCard, fact: str, filled: bool
) -> None:
    catalog = scene().catalog
    marks = (catalog.mark_for(fact),) if fact else ()
    fills = (next(fill for fill in catalog.conditions.values() if fill.phase == "suspected"),)
    look = Look(card, marks, DATE, fills=fills if filled else ())
    texts = [text for text in texts_in(symbol(scene().pen, look)) if text.x == 0]
    assert [text.content for text in texts] in (["30 Sep", "2018"], ["2018"])
    for text in texts:
        assert stands_inside(text, look.body)
        assert text.size >= 7
        starts = (flatten(ray)[0][0] for mark in marks for ray in mark.pieces(look.outer, crossing=False))
        assert not any(_box(text).contains(start) for start in starts)
    assert not filled or len(texts) == 1, "two lines hide the fill"


def test_a_square_and_a_circle_hold_a_whole_date_and_a_diamond_its_year() -> None:
    held = {
        role: len([t for t in texts_in(symbol(scene().pen, Look(_gender(role), inside=DATE))) if t.x == 0])
        for role in ("man", "woman", "another")
    }
    assert held == {"man": 2, "woman": 2, "another": 1}


@pytest.mark.parametrize("found", PAIRS, ids=_name)
def test_every_feature_with_a_mark_is_named_for_the_key(found: Sequence[Feature]) -> None:
    cards = {card.id for card in drawn(*found).cards}
    wanted = {scene().catalog.mark_for(feature.tells).id for feature in found if feature.tells}
    assert wanted <= cards


@pytest.mark.parametrize("found", PAIRS, ids=_name)
def test_the_figure_s_box_holds_all_of_it(found: Sequence[Feature]) -> None:
    figure = drawn(*found)
    drawn_box = extent_of(figure.marks)
    assert figure.box.union(drawn_box) == figure.box


@pytest.mark.parametrize("kind", ["genogram", "combined"])
def test_all_at_once_with_a_partner_who_is_pregnant_is_drawn_apart(kind: ViewKind) -> None:
    """A young father whom it is about: died, an age inside, fills and badges, and his partner is pregnant."""
    wanted = (
        "man",
        "subject",
        "died",
        "from elsewhere",
        "interpreter",
        "substances now",
        "illness suspected",
    )
    facts = {key: value for each in features() if each.name in wanted for key, value in each.person.items()}
    themes = [theme for each in features() if each.name in wanted for theme in each.person.get("themes", ())]
    baby = person("baby", "?").put(life=Life.UNBORN, born=When("2027-02"), subject=True)
    case = case_of(
        person("dad", "Jo").put(**facts | {"themes": tuple(themes), "born": When("2009-05-01")}),
        person("mum", "Zoe", born=When("2009")),
        *couple("pair", "dad", "mum"),
        baby,
        child("baby", "pair"),
    ).with_(page=Page(profile="full"))
    sheet = prepare(scene(), case, view=view_of(scene(), kind, TODAY, "case-file")).sheet
    people = [node for node in sheet.family.nodes if node.role == "person"]
    assert len(people) == 3
    assert not any(a.bounds.overlaps(b.bounds) for a, b in combinations(people, 2))
    (father,) = [node for node in people if "14" in {text.content for text in texts_in(node.marks)}]
    for word in ("child this is about", "interpreter", "2024"):
        assert word in father.says


def test_a_child_not_yet_born_has_no_date_inside() -> None:
    bump = person("bump", "Bump", life=Life.UNBORN, born=When("2027-02-03"))
    assert inside(scene().words, bump, TODAY, "born") == ""
    assert inside(scene().words, bump, TODAY, "year") == ""
