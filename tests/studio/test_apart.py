"""A copy tells nothing of whom its reader doesn't see: by no hole where they stand and no place moved."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from genogram_app.edit import arrange
from genogram_app.family.case import Case
from genogram_app.family.seen import View, seen
from genogram_app.model.dates import When
from genogram_app.model.document import GoTo, ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.studio.publish import prepare, view_of
from genogram_app.studio.scene import Scene
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, couple, person
from tests.studio.families import a_family, kept_back

SCENE = Scene()
BIRTH = SCENE.catalog.by_role("descent", "by_birth").id
KINDS: tuple[ViewKind, ...] = ("genogram", "ecomap", "combined")


def view(kind: ViewKind = "genogram") -> View:
    return view_of(SCENE, kind, TODAY, "family")


def copy_of(case: Case, kind: ViewKind = "genogram", *, fitted: bool = False) -> object:
    found = prepare(SCENE, case, view=view(kind), fitted=fitted, words_page=False)
    return found.sheet.drawing, found.pages


def apart_already(case: Case) -> Case:
    """Give the case with somebody kept from the family who has nothing to do with anybody."""
    return case.changed(put=[person("somebody", basis=PRIVATE)])


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_that_of_a_family_in_which_the_hidden_never_were(seed: int, kind: ViewKind) -> None:
    case, hidden = a_family(Random(seed), BIRTH)
    whole, without = kept_back(case, hidden), case.changed(drop=hidden)
    assert copy_of(whole, kind) == copy_of(without, kind)
    stored = [SCENE.settled(each, view(kind)) for each in (whole, apart_already(without))]
    assert copy_of(stored[0], kind) == copy_of(stored[1], kind)


@pytest.mark.parametrize("seed", range(3))
def test_fitted_to_paper_too(seed: int) -> None:
    case, hidden = a_family(Random(seed), BIRTH)
    both = kept_back(case, hidden), apart_already(case.changed(drop=hidden))
    stored = [SCENE.settled(each, view()) for each in both]
    assert copy_of(stored[0], fitted=True) == copy_of(stored[1], fitted=True)


def seven() -> Case:
    """Make seven children, three in the middle of whom are kept from the family."""
    keys = [f"kid{n}" for n in range(7)]
    kids = [person(key, basis=PRIVATE if key in keys[2:5] else SHARED, subject=key == "kid0") for key in keys]
    pair = [person("mum"), person("dad"), *couple("pair", "mum", "dad")]
    return SCENE.settled(case_of(*pair, *kids, *(child(key, "pair", kind=BIRTH) for key in keys)), view())


def seen_by_family(case: Case) -> Case:
    return seen(SCENE.settled_apart(case, view()), view())


def gap(case: Case, one: Id, other: Id) -> float:
    places = case.placed("genogram")
    return places[other].x - places[one].x


def test_three_who_are_hidden_leave_no_gap_three_wide() -> None:
    whole = SCENE.settled(seven(), view_of(SCENE, "genogram", TODAY, "case-file"))
    shown = seen_by_family(seven())
    assert gap(whole, "kid1", "kid5") > 3 * gap(whole, "kid0", "kid1")
    assert gap(shown, "kid1", "kid5") < 1.5 * gap(shown, "kid0", "kid1")


def test_where_all_are_seen_both_readers_have_one_sheet() -> None:
    case = SCENE.settled(case_of(person("jay", subject=True), person("lisa")), view())
    moved = arrange.place(case, "genogram", {"lisa": (300.0, 20.0)}).case
    assert SCENE.settled_apart(moved, view()) is moved
    assert seen(moved, view()).placed("genogram") == moved.placed("genogram")


def test_who_is_hidden_on_a_later_day_leaves_no_gap_before() -> None:
    born = When.on(TODAY + timedelta(days=400))
    later = [seven().family.get(Person, f"kid{n}").put(born=born) for n in (2, 3, 4)]
    shown = seen_by_family(seven().changed(put=later))
    assert gap(shown, "kid1", "kid5") < 1.5 * gap(shown, "kid0", "kid1")


def test_whom_to_go_to_may_be_hidden() -> None:
    case = seven()
    go_to = GoTo(id="goto", who="kid3", basis=SHARED)
    told = case.with_(details=case.details.put(go_to=go_to))
    assert seen_by_family(told).details.go_to is None
    assert copy_of(told) == copy_of(case)


def test_a_hidden_foster_placement_still_keeps_the_carers_surname_off() -> None:
    fostered = min(card.id for card in SCENE.catalog.descent.values() if card.placement)
    pair = [person("meg", "Meg Thistlewood"), person("tom"), *couple("carers", "meg", "tom")]
    placed = child("kid0", "carers", kind=fostered, basis=PRIVATE)
    case = SCENE.settled(seven().changed(put=[*pair, placed]), view())
    drawing = prepare(SCENE, case, view=view()).sheet.drawing
    said = " ".join(text.content for text in drawing.texts())
    assert "Meg" in said
    assert "Thistlewood" not in said
