"""The JSON Schema says what files hold; old files are read for ever."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from genogram_app.model.document import SCHEMA
from genogram_app.store import codec
from genogram_app.store.migrations import STEPS, Step, migrated
from genogram_app.store.schema import json_schema
from tests.store.families import whole_case

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NEW = sorted((SAMPLES.parents[1] / "resources" / "samples").glob("*.genogram"))
OLD = sorted(SAMPLES.glob("schema_*/*.genogram"))


def faults(file: dict[str, Any]) -> list[str]:
    return [fault.message for fault in jsonschema.Draft202012Validator(json_schema()).iter_errors(file)]


def written() -> dict[str, Any]:
    file: dict[str, Any] = json.loads(codec.encode(whole_case()))
    return file


def test_the_schema_is_one_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_what_is_written_fits_the_schema_and_may_hold_more() -> None:
    assert faults(written()) == []
    more = written()
    more["document"]["people"][0]["star_sign"] = "Leo"
    assert faults(more) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("born", "31/2/2015"),
        ("born", "2015-13"),
        ("born", 2015),
        ("basis", {"recorded": 0}),
        ("basis", {"recorded": "2 March 2026"}),
        ("legal", [{"kind": "x", "since": "lately"}]),
        ("name", 5),
        ("born", {"blank": "shrug"}),
        ("life", "undead"),
        ("id", "a b"),
        ("subject", "yes"),
    ],
)
def test_what_we_would_refuse_does_not_fit(field: str, value: Any) -> None:
    wrong = written()
    wrong["document"]["people"][0][field] = value
    assert faults(wrong)


def test_defaults_stand_in_the_schema_as_a_file_would_hold_them() -> None:
    person = json_schema()["$defs"]["Person"]["properties"]
    assert person["name"]["default"] == {"blank": "not asked"}
    assert person["siblings"]["default"] == {"blank": "not asked"}
    assert "kept" not in person


@pytest.mark.parametrize("path", [*OLD, *NEW], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_that_we_ship_fits_the_schema(path: Path) -> None:
    assert faults(json.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", OLD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_old_file_is_read(path: Path) -> None:
    case = codec.decode(path.read_bytes(), path.name)
    assert case.family.people
    assert codec.decode(codec.encode(case), path.name) == case


def test_there_is_a_file_of_every_schema_and_a_step_from_each_to_the_next() -> None:
    assert {path.parent.name for path in OLD} == {f"schema_{number}" for number in range(1, SCHEMA + 1)}
    assert set(STEPS) == set(range(1, SCHEMA))


def test_steps_are_taken_in_turn_and_leave_their_argument_alone() -> None:
    steps: dict[int, Step] = {
        1: lambda raw: {**raw, "path": [1]},
        2: lambda raw: {**raw, "path": [*raw["path"], 2]},
    }
    raw: dict[str, Any] = {"people": []}
    assert migrated(raw, 1, 3, steps) == {"people": [], "path": [1, 2]}
    assert migrated(raw, 3, 3, steps) is raw
    assert raw == {"people": []}
