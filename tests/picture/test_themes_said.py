"""Themes as a sheet says them: nothing bare, and of harm always who says so and where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from genogram_app.model.base import Standing, Teller
from genogram_app.model.person import Part, Phase, Theme
from genogram_app.picture.people import theme_line
from genogram_app.studio import publish
from genogram_app.studio.publish import Copy, prepare, view_of
from tests.builders import PRIVATE, SHARED, TODAY, case_of, person
from tests.picture.sheets import scene
from tests.picture.test_family_copy import plain_text

CATALOG = scene().catalog
HARM = next(card for card in CATALOG.themes.values() if card.harm)
NEED = next(card for card in CATALOG.themes.values() if card.own_need and not card.harm)
TOLD = PRIVATE.put(teller=Teller.AGENCY, standing=Standing.DENIED)


@pytest.mark.parametrize(
    ("fields", "ending"),
    [
        ({"card": NEED.id}, " (?)"),
        ({"card": NEED.id, "phase": Phase.NOW}, " (now)"),
        ({"words": "grandad died when Jay was 4"}, "when Jay was 4"),
        ({"card": HARM.id, "part": Part.LIVED_THROUGH}, " (lived through) – source ?"),
        ({"words": "shouting", "part": Part.CAUSED}, " (caused) – source ?"),
        ({"card": HARM.id, "part": Part.CAUSED, "basis": TOLD}, " (caused) – a service says, denied"),
    ],
)
def test_a_theme_says_what_is_still_to_be_asked(fields: dict[str, Any], ending: str) -> None:
    assert theme_line(scene().pen, CATALOG, Theme(id="t", **fields)).endswith(ending)


@pytest.mark.parametrize(("copy", "told"), [("case-file", True), ("family", False)])
@pytest.mark.parametrize(
    "fields",
    [
        {"card": HARM.id, "part": Part.CAUSED},
        {"card": HARM.id, "part": Part.LIVED_THROUGH},
        {"card": HARM.id},
        {"card": NEED.id, "part": Part.CAUSED},
        {"card": NEED.id, "part": Part.OWN_NEED, "basis": SHARED.put(standing=Standing.DENIED)},
    ],
)
def test_only_the_case_file_tells_what_somebody_is_accused_of(
    fields: dict[str, Any], copy: Copy, told: bool
) -> None:
    theme = Theme(id="t", words="zebra", **({"basis": SHARED} | fields))
    case = case_of(person("jay", subject=True), person("dan", themes=(theme,)))
    case = case.with_(details=case.details.put(themes=(theme,), basis=SHARED))
    made = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, copy))
    assert ("zebra" in plain_text(publish._pdf(made)).casefold()) is told


def test_hurt_is_a_card_of_harm_whoever_was_hurt() -> None:
    hurtful = {card.id for card in CATALOG.themes.values() if "abuse" in card.term or "neglect" in card.term}
    assert hurtful == {card.id for card in CATALOG.themes.values() if card.harm}
