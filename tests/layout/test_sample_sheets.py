"""The sample families as they are laid out: nothing collides, and every line tells the true story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pytest

from genogram_app import places
from genogram_app.catalog.load import load
from genogram_app.catalog.theme import load_theme
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import Reader, View, seen
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.document import Placement, ViewKind
from genogram_app.model.ties import ChildOf
from genogram_app.picture.measured import Measured, measure
from genogram_app.picture.pen import Pen
from genogram_app.store import files
from genogram_app.words import words_in
from tests.layout import measures

SAMPLES = ("practice", "three_partners", "large_family")
SHEETS: list[tuple[str, ViewKind]] = [
    (sample, view) for sample in SAMPLES for view in ("genogram", "combined", "ecomap")
]


@dataclass(frozen=True)
class Sheet:
    family: FamilyGraph
    measured: Measured
    layout: Layout


@lru_cache(maxsize=9)
def sheet(sample: str, kind: ViewKind) -> Sheet:
    view = View(kind=kind, as_at=date(2026, 11, 22), reader=Reader.CASE_FILE)
    case = seen(files.read(places.resources() / "samples" / f"{sample}.genogram"), view)
    measured = measure(Pen(load_theme(), words_in()), load(), case, view)
    return Sheet(measured.options.drawn(case.family), measured, laid_out(case.family, measured, kind))


def laid_out(
    family: FamilyGraph, measured: Measured, kind: ViewKind, placements: dict[str, Placement] | None = None
) -> Layout:
    return lay_out(family, kind, measured.extents, placements or {}, measured.options, measured.labels)


#: Relationships that have to cross a full row, and find no gap between its names.
NO_GAP = {"b_gareth_close_ffion"}


@pytest.mark.parametrize(("sample", "kind"), SHEETS)
def test_labels_lie_on_no_figure_no_plate_and_no_other_label(sample: str, kind: ViewKind) -> None:
    found = sheet(sample, kind)
    assert len(found.layout.labels) > 2
    assert measures.covered_by_labels(found.layout, found.measured.extents) == []


@pytest.mark.parametrize(("sample", "kind"), SHEETS)
def test_lines_run_over_nobody(sample: str, kind: ViewKind) -> None:
    found = sheet(sample, kind)
    over = measures.lines_over_people(found.family, found.layout, found.measured.extents)
    assert [(line, who) for line, who in over if line not in NO_GAP] == []


@pytest.mark.parametrize(("sample", "kind"), SHEETS)
def test_services_keep_ten_points_from_rings(sample: str, kind: ViewKind) -> None:
    found = sheet(sample, kind)
    assert measures.plates_near_rings(found.layout, found.family, found.measured.extents, 10.0) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_tie_runs_along_a_line_to_a_child(sample: str) -> None:
    layout = sheet(sample, "combined").layout
    descents = {**layout.descents, **{s.links[0]: line for s in layout.sibships for line in s.lines}}
    assert measures.lines_in_one(layout, layout.ties, descents) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_rings_take_in_nobody_else(sample: str) -> None:
    assert sheet(sample, "combined").layout.warnings == ()


def test_whom_he_lives_with_stands_beside_a_father_and_earlier_partners_on_the_other_side() -> None:
    at = sheet("three_partners", "genogram").layout.places
    row = sorted(("p_donna", "p_gwen", "p_marcus", "p_priya"), key=lambda key: at[key])
    assert row == ["p_donna", "p_gwen", "p_marcus", "p_priya"]
    level = [key for key, (x, y) in at.items() if y == at["p_marcus"][1]]
    assert sorted(level, key=lambda key: at[key]) == row


def test_an_adopted_child_and_one_by_birth_have_lines_of_their_own() -> None:
    found = sheet("practice", "genogram")
    links = {link.child: link.id for link in found.family.edges(ChildOf) if link.parent == "u_ron_sheila"}
    adopted, born = (found.layout.descents[links[child]] for child in ("p_pete", "p_lisa"))
    assert abs(adopted[0][0] - born[0][0]) >= 8
    assert measures.lines_in_one(found.layout, {"adopted": adopted}, {"born": born}) == []
    # The elder stands on the left, adopted or not.
    assert found.layout.places["p_pete"] < found.layout.places["p_lisa"]


@pytest.mark.parametrize("kind", ["genogram", "combined"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sheet_whose_places_are_kept_stays_as_it_is(sample: str, kind: ViewKind) -> None:
    found = sheet(sample, kind)
    kept = {key: Placement(x=x, y=y, by_hand=False) for key, (x, y) in found.layout.places.items()}
    again = laid_out(found.family, found.measured, kind, kept)
    assert again.places == found.layout.places
    assert again.descents == found.layout.descents
    assert again.rings == found.layout.rings


def test_the_measures_find_what_they_look_for() -> None:
    found = sheet("practice", "combined")
    layout, extents = found.layout, found.measured.extents
    key, spot = next(iter(layout.labels.items()))
    moved = Layout(places={**layout.places, "p_jay": spot.centre}, labels=layout.labels)
    assert key in {label for label, _ in measures.covered_by_labels(moved, extents)}
    tie, line = next(iter(layout.ties.items()))
    across = Layout(places={**layout.places, "p_jay": line[len(line) // 2]}, ties={tie: line})
    assert (tie, "p_jay/symbol") in measures.lines_over_people(found.family, across, extents)
    assert measures.lines_in_one(layout, {"a": line}, {"b": line}) == [("a", "b")]
    assert measures.plates_near_rings(layout, found.family, extents, 400.0) != []


@pytest.mark.parametrize(("sample", "kind"), SHEETS)
def test_nobody_stands_elsewhere_for_the_lines_that_are_left_out(sample: str, kind: ViewKind) -> None:
    found = sheet(sample, kind)
    measured = found.measured
    bare = lay_out(
        found.family, kind, measured.extents, {}, measured.options, measured.labels, places_only=True
    )
    assert bare.places == found.layout.places
    # Services stand clear of relationships, so those are drawn where services find their places.
    assert not bare.ties
    assert not bare.bonds or kind == "combined"


@pytest.mark.parametrize("sample", SAMPLES)
def test_relationships_run_alike_with_services_and_without(sample: str) -> None:
    alone, among = sheet(sample, "genogram").layout, sheet(sample, "combined").layout
    assert alone.bonds
    # One with a service is drawn only where the service stands.
    assert {key: among.bonds[key] for key in alone.bonds} == alone.bonds
