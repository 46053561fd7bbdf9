"""A couple's state of harm: its source on the line and on page 2, and nothing of it in a family copy."""

from __future__ import annotations

from genogram_app.drawing.primitives import texts_in
from genogram_app.family.case import Case
from genogram_app.model.base import Basis, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.person import Spell
from genogram_app.model.ties import Union
from genogram_app.studio import publish
from genogram_app.studio.publish import Copy, Publication, prepare, view_of
from tests.builders import SHARED, TODAY, case_of, child, couple, person
from tests.picture.sheets import scene
from tests.picture.test_family_copy import plain_text

FORCED = next(card for card in scene().catalog.unions.values() if card.harm)


def _case(basis: Basis) -> Case:
    union, *places = couple("pair", "lisa", "darren")
    assert isinstance(union, Union)
    birth = scene().catalog.by_role("descent", "by_birth").id
    forced = union.put(spells=(Spell(kind=FORCED.id, since=When("2009-02-17"), basis=basis),))
    people = (person("jay", subject=True), person("lisa"), person("darren"))
    return case_of(*people, forced, *places, child("jay", "pair", kind=birth))


def _published(basis: Basis, copy: Copy) -> Publication:
    return prepare(scene(), _case(basis), view=view_of(scene(), "genogram", TODAY, copy))


def _letters(found: Publication) -> str:
    return " ".join(text.content for node in found.sheet.drawing.nodes for text in texts_in(node.marks))


def test_a_family_copy_has_the_couple_and_their_child_and_no_word_of_the_harm() -> None:
    found = _published(SHARED, "family")
    letters = _letters(found)
    assert all(name in letters for name in ("Jay", "Lisa", "Darren"))
    bar = next(node for node in found.sheet.drawing.nodes if node.key == "union:pair")
    assert scene().catalog.union("").label in bar.says
    for text in (plain_text(publish._pdf(found)), publish._svg(found).decode()):
        for secret in ("forced", FORCED.term, "padlock", "17 feb", "2009"):
            assert secret not in text.casefold()


def test_it_shows_as_a_couple_shows_of_whom_nobody_has_said_anything() -> None:
    untold = case_of(*(_case(SHARED).family.records())).changed(
        put=[_case(SHARED).family.get(Union, "pair").put(spells=())]
    )
    same = prepare(scene(), untold, view=view_of(scene(), "genogram", TODAY, "family"))
    assert _published(SHARED, "family").sheet.drawing == same.sheet.drawing


def test_the_case_file_says_who_says_so_or_that_nobody_has() -> None:
    assert "forced 17 Feb 2009 (source ?)" in _letters(_published(SHARED, "case-file"))
    told = Basis(teller=Teller.CHILD, standing=Standing.CONVICTED, share=Share.CASE_FILE)
    assert "(child says, convicted)" in _letters(_published(told, "case-file"))
