"""The frame of ./bench: it finds what can measure, and says the same to people and to programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from benchmarks import _routes, peers
from benchmarks.__main__ import discover, for_programs, parse
from benchmarks.clock import Taken, interleaved, seconds_of
from benchmarks.families import gedcom, grow
from benchmarks.figures import Figure, as_table
from benchmarks.joining import NEW, joined
from benchmarks.lay_out_family import BOX, layout_of
from benchmarks.peers import Program
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.result import Layout, Sibship

HOME = Path(__file__).resolve().parent.parent
FIGURES = {"ratio": Figure(3.25, "ratio", goal=3.0), "export": Figure(0.5, "s", goal=0.85)}


def test_finds_the_benchmarks_and_not_what_they_are_made_of() -> None:
    found = discover(HOME / "benchmarks")
    assert {"start", "export"} <= set(found)
    assert {"clock", "figures", "families", "screen"}.isdisjoint(found)


def test_an_unknown_name_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["strat"], ["export", "start"])
    assert "there is no benchmark strat; there are export, start" in capsys.readouterr().err


def test_the_table_says_whether_a_goal_is_met() -> None:
    rows = as_table("start", FIGURES).splitlines()
    assert rows[0] == "start"
    assert rows[1].endswith("goal 3: NOT MET")
    assert rows[2].endswith("goal 0.85: met")


def test_programs_get_one_object_whose_names_end_in_their_units() -> None:
    assert for_programs({"export": FIGURES}, one=True) == {"ratio": 3.25, "export_s": 0.5}
    assert for_programs({"export": FIGURES}, one=False) == {"export": {"ratio": 3.25, "export_s": 0.5}}


def test_contestants_take_turns_and_the_first_round_does_not_count() -> None:
    clock = count()
    turns: list[str] = []

    def run(name: str, seconds: float) -> float:
        turns.append(name)
        return 1000.0 if next(clock) < 2 else seconds

    taken = interleaved({"a": lambda: run("a", 1.0), "b": lambda: run("b", 2.0)}, rounds=3)
    assert taken == {"a": Taken(1.0, 0.0), "b": Taken(2.0, 0.0)}
    assert turns == ["a", "b"] * 4


@pytest.mark.skipif(os.name == "nt", reason="Windows doesn't tell what ended processes have taken")
def test_the_processor_time_of_a_process_is_told_and_waiting_is_none() -> None:
    def program(does: str) -> Callable[[], float]:
        return lambda: seconds_of([sys.executable, "-I", "-S", "-c", does])

    busy = "import time\nwhile time.process_time() < 0.3: pass"
    taken = interleaved({"busy": program(busy), "idle": program("import time; time.sleep(0.4)")}, rounds=1)
    # Sums of small figures round; half of what the busy one works is enough to tell it from the waiting one.
    assert taken["busy"].processor > 0.15
    assert taken["idle"].processor < 0.15 < taken["idle"].seconds


def test_a_process_that_fails_is_no_good_time() -> None:
    with pytest.raises(RuntimeError, match="ended with"):
        seconds_of(["python3", "-c", "raise SystemExit('no')"])


@pytest.mark.parametrize("size", [2, 3, 30, 301])
def test_made_up_families_have_their_size_and_hang_together(size: int) -> None:
    people, couples = grow(size)
    assert len(people) == size == gedcom(size).count(" INDI\n")
    partners = {couple.number: couple.partners for couple in couples}
    children = [person for person in people if person.parents]
    assert all(child.born > max(p.born for p in partners[child.parents or 0]) + 15 for child in children)
    assert all(person.parents or person.partner_in for person in people)


PAIR = {
    "persons": [{"id": key, "sex": "U"} for key in ("a", "b", "c", "d")],
    "unions": [
        {
            "id": "u",
            "kind": "married",
            "partners": ["a", "b"],
            "children": [{"id": "c", "rel": "birth"}, {"id": "d", "rel": "birth"}],
        }
    ],
}


def ground(layout: Layout) -> Ground:
    return Ground.of(layout.places, dict.fromkeys(layout.places, Extent.of_box(BOX[0] - 2, BOX[1] - 2)))


def test_a_plain_family_s_own_lines_have_nothing_to_blame() -> None:
    layout = layout_of(PAIR)
    assert sorted(layout.places) == ["a", "b", "c", "d"]
    assert (_routes.through(layout, ground(layout), BOX), _routes.merged(layout)) == (0, 0)


def test_a_line_through_somebody_and_bars_on_each_other_are_counted() -> None:
    places = {"a": (0.0, 0.0), "b": (0.0, 200.0), "c": (0.0, 400.0)}
    bars = (((-50.0, 100.0), (50.0, 100.0)),), (((0.0, 100.0), (90.0, 100.0)),)
    sibships = tuple(Sibship(f"u{i}", (f"l{i}",), lines) for i, lines in enumerate(bars))
    layout = Layout(places=places, descents={"l": ((0.0, 30.0), (0.0, 370.0))}, sibships=sibships)
    assert _routes.through(layout, ground(layout), BOX) == 1
    assert _routes.merged(layout) == 1


def test_a_child_joins_a_sheet_and_nobody_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "stability", lambda: lambda _, before, after: {"sheets": (before, after)})
    found = joined(PAIR, 0)
    before, after = (sheet["pos"] for sheet in found["sheets"])
    assert after.keys() - before.keys() == {NEW}
    assert before["c"] == after["c"] != after["d"]
    assert found["ms"] > 0


def test_a_program_that_is_not_installed_is_known_to_be_missing(tmp_path: Path) -> None:
    program = Program("other", ("node",), tmp_path, "a-package")
    assert not program.there
    (tmp_path / "node_modules" / "a-package").mkdir(parents=True)
    assert program.there
