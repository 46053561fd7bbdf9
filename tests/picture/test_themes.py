"""The family's own themes: a row of words under the family, whole, as large as names."""

from __future__ import annotations

import re

import pytest

from genogram_app.drawing.primitives import texts_in
from genogram_app.model.base import Basis, Teller
from genogram_app.model.document import Page
from genogram_app.model.person import Part, Phase, Theme
from genogram_app.picture.compose import Sheet
from genogram_app.picture.pen import NAME
from genogram_app.studio.publish import prepare, view_of
from tests.builders import SHARED, TODAY, case_of, person
from tests.picture.sheets import scene

TOLD = Basis(teller=Teller.CHILD, share=SHARED.share)


def _sheet(*themes: Theme) -> Sheet:
    case = case_of(person("jay"), person("lisa"))
    case = case.with_(details=case.details.put(themes=themes))
    return prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file")).sheet


def _theme(key: str, words: str) -> Theme:
    return Theme(id=key, words=words, part=Part.LIVED_THROUGH, phase=Phase.PAST, basis=TOLD)


def test_a_familys_themes_stand_under_it_as_large_as_names_each_with_part_phase_and_source() -> None:
    sheet = _sheet(
        *(_theme(f"t{n}", f"{word} in the family") for n, word in enumerate(("loss", "war", "debt")))
    )
    nodes = [node for node in sheet.drawing.nodes if node.key.startswith("theme:")]
    texts = [text for node in nodes for text in texts_in(node.marks)]
    said = " ".join(text.content for text in texts)
    for word in ("loss", "war", "debt"):
        assert f"{word} in the family ({Part.LIVED_THROUGH.value}, {Phase.PAST.value}) – child says" in said
    lowest = max(node.bounds.bottom for node in sheet.drawing.nodes if node.role == "person")
    key = next(node for node in sheet.drawing.nodes if node.key == "key")
    for text in texts:
        assert text.size >= NAME.size
        assert lowest < text.y < key.bounds.top


def test_a_family_without_themes_has_no_heading_for_them() -> None:
    assert not [node for node in _sheet().drawing.nodes if node.key.startswith("theme")]


#: What the guidance lists, in the words of the cards' terms.
LISTED = {
    "domestic abuse",
    "alcohol misuse",
    "substance misuse",
    "mental ill-health",
    "physical abuse",
    "emotional abuse",
    "sexual abuse",
    "neglect",
    "separation",
    "loss, bereavement",
    "a family member in prison",
}


def test_what_the_guidance_lists_is_offered_as_themes() -> None:
    assert {card.term for card in scene().catalog.themes.values()} >= LISTED


@pytest.mark.parametrize("profile", ["everyday", "full", "simple_uk"])
def test_themes_are_words_under_a_person_and_never_letters_or_a_sum(profile: str) -> None:
    cards = scene().catalog.themes.values()
    own = tuple(
        Theme(id=f"t{number}", card=card.id, part=Part.OWN_NEED, phase=Phase.NOW, basis=TOLD)
        for number, card in enumerate(cards)
    )
    case = case_of(person("jay", "Jay", themes=own)).with_(page=Page(profile=profile))
    sheet = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file")).sheet
    (node,) = [node for node in sheet.family.nodes if node.role == "person"]
    said = " ".join(text.content for text in texts_in(node.marks))
    for card in cards:
        assert f"{card.label} ({Part.OWN_NEED.value}, {Phase.NOW.value}) – child says" in said
        said = said.replace(f"{card.label} ({Part.OWN_NEED.value}, {Phase.NOW.value}) – child says", "")
    assert not re.search(r"\d", said), "a sum of them"
    assert {word.strip("?.,") for word in said.split()} <= {"", "Jay", "b", "ask", "where", "it", "stands"}
