"""Fit to paper: less paper or larger letters, or nobody moves; a hand's placing is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import combinations

import pytest

from genogram_app.drawing.primitives import Drawing
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, drawable, seen
from genogram_app.model.document import Page, Placement, ViewKind
from genogram_app.picture.measured import measure
from genogram_app.picture.pages import pages
from genogram_app.places import resources
from genogram_app.store import files
from genogram_app.studio.fitting import fit
from genogram_app.studio.scene import Scene
from tests.builders import PRIVATE, TODAY, case_of, child, couple, person

SCENE = Scene()
BIRTH = SCENE.catalog.by_role("descent", "by_birth").id


def view(kind: ViewKind = "genogram") -> View:
    return View(as_at=TODAY, kind=kind, reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)


def drawn(case: Case, kind: ViewKind = "genogram") -> tuple[Drawing, ...]:
    looked_at = view(kind)
    return pages(SCENE.pen, SCENE.sheet(drawable(seen(case, looked_at), looked_at), looked_at))


@lru_cache(maxsize=4)
def sample(name: str) -> Case:
    return files.read(resources() / "samples" / f"{name}.genogram")


@lru_cache(maxsize=4)
def fitted(name: str) -> Case:
    return fit(SCENE, SCENE.settled(sample(name), view()), view()).case


def fourteen_children() -> Case:
    return brood(14)


@lru_cache(maxsize=2)
def brood(count: int) -> Case:
    """Make a couple with many children, all with long names."""
    names = [f"c{n:02}" for n in range(count)]
    records = [person("mum"), person("dad"), *couple("pair", "mum", "dad")]
    records += [person(key, f"Christabel Wolstenholme {key}", subject=key == "c03") for key in names]
    return case_of(*records, *(child(key, "pair", kind=BIRTH) for key in names))


def test_a_wide_generation_is_folded_so_that_a_smaller_paper_holds_it() -> None:
    assert len(drawn(fourteen_children())) > 1
    (after,) = drawn(fit(SCENE, fourteen_children(), view()).case)
    assert max(after.bounds.width, after.bounds.height) == pytest.approx(841.89)


def test_a_family_that_no_page_holds_needs_fewer_parts() -> None:
    case = brood(48)
    assert len(drawn(fit(SCENE, case, view()).case)) < len(drawn(case))


@pytest.mark.parametrize("name", ["practice", "three_partners"])
def test_what_is_fitted_already_stays_as_it_is(name: str) -> None:
    case = fitted(name)
    assert fit(SCENE, case, view()).case is case


def test_nobody_moves_for_a_page_that_is_only_turned() -> None:
    """Four generations of one child each: a wide page holds them, a tall one in larger letters."""
    line = [f"g{n}" for n in range(4)]
    records = [person(key, role="the eldest") for key in line]
    links = [child(line[n + 1], line[n], kind=BIRTH) for n in range(3)]
    settled = SCENE.settled(case_of(*records, *links), view())
    (before,), found = drawn(settled), fit(SCENE, settled, view()).case
    (after,) = drawn(found)
    assert before.bounds.width > before.bounds.height
    assert after.bounds.height > after.bounds.width
    assert found.page.orientation == "portrait"
    assert found.placed("genogram") == settled.placed("genogram")


def test_what_was_placed_by_hand_stays_to_the_point() -> None:
    settled = SCENE.settled(fourteen_children(), view())
    held = {"dad": Placement(x=123.4, y=-5.6, by_hand=True), "c07": Placement(x=900.0, y=400.0, by_hand=True)}
    case = settled.place("genogram", held)
    there = fit(SCENE, case, view()).case.placed("genogram")
    assert {key: there[key] for key in held} == held
    overlap_free(fit(SCENE, case, view()).case)


def test_asked_to_what_was_placed_by_hand_moves_as_well() -> None:
    case = SCENE.settled(fourteen_children(), view()).place(
        "genogram", {"c07": Placement(x=4000.0, y=180.0, by_hand=True)}
    )
    there = fit(SCENE, case, view(), by_hand=True).case.placed("genogram")
    assert not any(at.by_hand for at in there.values())
    assert there["c07"].x < 2000


def overlap_free(case: Case) -> None:
    looked_at = view()
    shown = drawable(seen(case, looked_at), looked_at)
    extents = measure(SCENE.pen, SCENE.catalog, shown, looked_at).extents
    boxes = [extents[key].box.grown(-0.5).moved(at.x, at.y) for key, at in case.placed("genogram").items()]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize("name", ["large_family", "practice", "three_partners"])
def test_everybody_has_a_place_and_nobody_lies_over_anybody(name: str) -> None:
    case = fitted(name)
    assert {who.id for who in case.family.people} <= case.placed("genogram").keys()
    overlap_free(case)


def test_the_next_edit_leaves_a_folded_generation_where_it_is() -> None:
    case = fit(SCENE, fourteen_children(), view()).case
    assert SCENE.settled(case, view(), edited=True).placed("genogram") == case.placed("genogram")


def test_the_paper_and_the_way_up_that_were_chosen_are_kept() -> None:
    chosen = fourteen_children().with_(page=Page(paper="A4", orientation="portrait"))
    found = fit(SCENE, chosen, view()).case
    assert found.page == chosen.page
    assert {(page.bounds.width, page.bounds.height) for page in drawn(found)} == {(595.28, 841.89)}


@pytest.mark.parametrize("kind", ["ecomap", "combined"])
def test_the_other_views_can_be_fitted_too(kind: ViewKind) -> None:
    case = sample("three_partners")
    assert len(drawn(fit(SCENE, case, view(kind)).case, kind)) <= len(drawn(case, kind))


def test_a_long_row_of_brothers_and_sisters_is_cut_in_the_middle_the_eldest_above() -> None:
    there = fit(SCENE, fourteen_children(), view()).case.placed("genogram")
    heights = sorted({at.y for key, at in there.items() if key.startswith("c")})
    upper = [key for key in sorted(there) if key.startswith("c") and there[key].y == heights[0]]
    assert len(heights) == 2
    assert upper == [f"c{n:02}" for n in range(7)]


def foot_of(drawing: Drawing) -> str:
    return next(node.says for node in drawing.nodes if node.key == "footer")


def test_the_foot_says_so_where_brothers_and_sisters_stand_in_two_rows() -> None:
    """Else the lower row could be taken for a younger generation."""
    said = "some brothers and sisters stand in two rows"
    (fitted,) = drawn(fit(SCENE, fourteen_children(), view()).case)
    assert said in foot_of(fitted)
    for name in ("practice", "three_partners"):
        assert said not in foot_of(drawn(sample(name))[0])


def test_a_search_that_is_stopped_moves_nobody_for_what_it_never_tried() -> None:
    settled = SCENE.settled(fourteen_children(), view())
    assert fit(SCENE, settled, view(), wanted=lambda: False).case is settled


def test_who_is_for_the_case_file_alone_is_named_nowhere_on_the_parts_of_a_family_copy() -> None:
    """Neither among the names of the first page nor beside a line that is cut."""
    names = [f"c{n:02}" for n in range(48)]
    records = [person("mum"), person("dad"), *couple("pair", "mum", "dad")]
    records += [person(key, f"Christabel Wolstenholme {key}") for key in names]
    records += [person("hidden", "Quentin Unsaid", basis=PRIVATE)]
    links = [child(key, "pair", kind=BIRTH) for key in names]
    links.append(child("hidden", "pair", kind=BIRTH, basis=PRIVATE))
    family = replace(view(), reader=Reader.FAMILY)
    case = fit(SCENE, case_of(*records, *links), family).case
    printed = pages(SCENE.pen, SCENE.sheet(drawable(seen(case, family), family), family))
    assert len(printed) > 2
    said = [text.content for page in printed for text in page.texts()]
    said += [node.says for page in printed for node in page.nodes]
    assert any("Christabel" in line for line in said)
    assert not any("Quentin" in line or "Unsaid" in line for line in said)
