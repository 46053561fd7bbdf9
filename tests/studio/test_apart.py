"""A copy tells nothing of whom its reader doesn't see: by no hole where they stand and no place moved."""

from __future__ import annotations

from random import Random

import pytest

from genogram_app.edit import arrange
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import GoTo, Placement, ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.ties import Tie
from genogram_app.studio.apart import apart
from genogram_app.studio.publish import prepare, view_of
from genogram_app.studio.scene import Scene
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, couple, home, person

SCENE = Scene()
BIRTH = SCENE.catalog.by_role("descent", "by_birth").id
KINDS: tuple[ViewKind, ...] = ("genogram", "ecomap", "combined")


def view(kind: ViewKind = "genogram") -> View:
    return view_of(SCENE, kind, TODAY, "family")


def copy_of(case: Case, kind: ViewKind = "genogram", *, fitted: bool = False) -> object:
    found = prepare(SCENE, case, view=view(kind), fitted=fitted, words_page=False)
    return found.sheet.drawing, found.pages


def a_family(random: Random) -> tuple[Case, list[Id]]:
    """Make a family of three generations with homes and services, and say whom the family doesn't see."""
    made: list[Record] = [*couple("u_top", "gran", "grandad"), person("gran"), person("grandad")]
    loose: list[Id] = ["gran", "grandad"]
    for n in range(random.randint(1, 3)):
        parent, partner, pair = f"parent{n}", f"partner{n}", f"u{n}"
        made += [person(parent), person(partner), *couple(pair, parent, partner)]
        made.append(child(parent, "u_top", kind=BIRTH))
        kids = [f"kid{n}{number}" for number in range(random.randint(1, 5))]
        made += [person(key, f"{key.title()} {'Wolstenholme' * random.randint(0, 1)}") for key in kids]
        made += [child(key, pair, kind=BIRTH) for key in kids]
        made += home(f"home{n}", *random.sample([parent, partner, *kids], 2))
        made += [Agency(id=f"club{n}", kind="", name="Club", basis=SHARED)]
        made += [Tie(id=f"tie{n}", a=kids[0], b=f"club{n}", basis=SHARED)]
        loose += [parent, partner, *kids, f"home{n}", f"club{n}", pair]
    case = case_of(person("jay", subject=True), child("jay", "u0", kind=BIRTH), *made)
    return case, random.sample(loose, random.randint(1, 4))


def kept_back(case: Case, hidden: list[Id]) -> Case:
    return case.changed(put=[case.family.record(key).put(basis=PRIVATE) for key in hidden])


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_that_of_a_family_in_which_the_hidden_never_were(seed: int, kind: ViewKind) -> None:
    case, hidden = a_family(Random(seed))
    whole, without = kept_back(case, hidden), case.changed(drop=hidden)
    assert copy_of(whole, kind) == copy_of(without, kind)
    stored = SCENE.settled(whole, view(kind)), SCENE.settled(without, view(kind))
    assert copy_of(stored[0], kind) == copy_of(stored[1], kind)


@pytest.mark.parametrize("seed", range(3))
def test_fitted_to_paper_too(seed: int) -> None:
    case, hidden = a_family(Random(seed))
    stored = [SCENE.settled(each, view()) for each in (kept_back(case, hidden), case.changed(drop=hidden))]
    assert copy_of(stored[0], fitted=True) == copy_of(stored[1], fitted=True)


def seven() -> Case:
    """Make seven children, three in the middle of whom are kept from the family."""
    keys = [f"kid{n}" for n in range(7)]
    kids = [person(key, basis=PRIVATE if key in keys[2:5] else SHARED, subject=key == "kid0") for key in keys]
    pair = [person("mum"), person("dad"), *couple("pair", "mum", "dad")]
    return SCENE.settled(case_of(*pair, *kids, *(child(key, "pair", kind=BIRTH) for key in keys)), view())


def gap(case: Case, one: Id, other: Id) -> float:
    places = case.placed("genogram")
    return places[other].x - places[one].x


def test_three_who_are_hidden_leave_no_gap_three_wide() -> None:
    shown = apart(SCENE, seven(), view())
    assert gap(seven(), "kid1", "kid5") > 3 * gap(seven(), "kid0", "kid1")
    assert gap(shown, "kid1", "kid5") < 1.5 * gap(shown, "kid0", "kid1")


def test_where_all_are_seen_nobody_is_laid_out_again() -> None:
    case = case_of(person("jay", subject=True), person("lisa"))
    moved = arrange.place(SCENE.settled(case, view()), "genogram", {"lisa": (300.0, 20.0)}).case
    assert apart(SCENE, moved, view()) is moved
    case = seven()
    assert apart(SCENE, case, view_of(SCENE, "genogram", TODAY, "case-file")) is case


def test_one_whom_a_hand_moved_stands_away_from_the_rest_on_the_copy_too() -> None:
    case = seven()
    at = case.placed("genogram")["mum"]
    moved = arrange.place(case, "genogram", {"mum": (at.x, at.y - 90.0)}).case
    before, after = (apart(SCENE, each, view()).placed("genogram") for each in (case, moved))
    assert after["mum"] == Placement(x=at.x, y=at.y - 90.0, by_hand=True)
    raised = (after["dad"].y - after["mum"].y) - (before["dad"].y - before["mum"].y)
    assert raised == pytest.approx(90.0, abs=1.0)
    assert gap(apart(SCENE, moved, view()), "kid1", "kid5") < 1.5 * gap(case, "kid0", "kid1")


def test_whom_to_go_to_may_be_hidden() -> None:
    case = seven()
    go_to = GoTo(id="goto", who="kid3", basis=SHARED)
    told = case.with_(details=case.details.put(go_to=go_to))
    assert apart(SCENE, told, view()).details.go_to is None
    assert copy_of(told) == copy_of(case)


def test_a_hidden_foster_placement_still_keeps_the_carers_surname_off() -> None:
    fostered = min(SCENE.catalog.fostering - SCENE.catalog.rings.keys())
    pair = [person("meg", "Meg Thistlewood"), person("tom"), *couple("carers", "meg", "tom")]
    placed = child("kid0", "carers", kind=fostered, basis=PRIVATE)
    case = SCENE.settled(seven().changed(put=[*pair, placed]), view())
    drawing = prepare(SCENE, case, view=view()).sheet.drawing
    said = " ".join(text.content for text in drawing.texts())
    assert "Meg" in said
    assert "Thistlewood" not in said
