"""Lay one family out and write down where everybody stands, to be scored beside other programs.

    python -m benchmarks.lay_out_family IN.json OUT.json

IN holds persons, unions and children in plain JSON; every person is a box of
80 × 60 points. OUT holds the time from parsed JSON to routed layout, by the clock
and of the processor, and the middle of everybody's box.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.extents import Extent, Options
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.base import Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.person import Person, Spell
from genogram_app.model.ties import ChildOf, PartnerIn, Union
from genogram_app.start import NEW_OBJECTS

BOX = (80.0, 60.0)
SEXES = {"M": "man", "F": "woman"}
OPTIONS = Options(
    care_kinds=frozenset({"foster", "kinship", "step"}),
    blood_kinds=frozenset({"birth"}),
    left_kinds=frozenset({"man"}),
    right_kinds=frozenset({"woman"}),
    # As much between rows as the peers leave, who put a row of joints there.
    row_gap=78.0,
)


def main(source: str, target: str) -> None:
    """Lay out a family a few times and write the middle time and the places."""
    # As the program itself does at its start.
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
    document = json.loads(Path(source).read_text(encoding="utf-8"))
    times, spent = list[float](), list[float]()
    places: dict[str, list[float]] = {}
    while len(times) < 5 and sum(times) < 3000:
        gc.collect()
        start, used = perf_counter(), process_time()
        places = laid_out(document)
        times.append((perf_counter() - start) * 1000)
        spent.append((process_time() - used) * 1000)
    result = {
        "ms": median(times),
        "cpu_ms": median(spent),
        "box": list(BOX),
        "pos": places,
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    Path(target).write_text(json.dumps(result), encoding="utf-8")


def laid_out(document: Mapping[str, Any]) -> dict[str, list[float]]:
    """Give everybody's middle, lines and all worked out."""
    return {key: [x, y] for key, (x, y) in layout_of(document).places.items()}


def layout_of(document: Mapping[str, Any]) -> Layout:
    """Lay a family out, lines and all."""
    family = FamilyGraph.of(records_of(document))
    extents = {person.id: Extent.of_box(*BOX) for person in family.people}
    return lay_out(family, "genogram", extents, {}, OPTIONS)


def records_of(document: Mapping[str, Any]) -> list[Record]:
    """Give the records of a family in plain JSON."""
    records: list[Record] = [_person(person) for person in document["persons"]]
    for union in document["unions"]:
        key = union["id"]
        records.append(Union(id=key, spells=(Spell(kind=union["kind"]),)))
        records += [
            PartnerIn(id=f"{key}-p{i}", person=partner, union=key, order=i)
            for i, partner in enumerate(dict.fromkeys(union["partners"]))
        ]
        records += [
            ChildOf(id=f"{key}-c{i}", child=child["id"], parent=key, kind=child["rel"])
            for i, child in enumerate(union["children"])
        ]
    return records


def _person(person: Mapping[str, Any]) -> Person:
    born = When(f"{person['birth']:04d}") if person.get("birth") else Blank.NOT_ASKED
    return Person(id=person["id"], gender=SEXES.get(person["sex"], ""), born=born)


if __name__ == "__main__":
    main(*sys.argv[1:])
