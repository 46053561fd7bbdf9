"""Export a family of 30 people to PDF, as a whole process, against starting its libraries alone."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.clock import interleaved, seconds_of
from benchmarks.families import gedcom
from benchmarks.figures import Figure, Figures

PEOPLE = 30
RECORDS = "\n".join(
    f"class R{n}(Record):\n    name: str = ''\n    born: date | None = None\n    notes: tuple[str, ...] = ()"
    for n in range(30)
)
# The least that any program of these parts must do: load them, and make thirty record classes.
LIBRARIES = f"""
from datetime import date
import networkx, reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts
from pydantic import BaseModel, ConfigDict
class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")
{RECORDS}
"""


def measure() -> Figures:
    """Give medians in seconds, and what the export adds to its libraries as a ratio."""
    with tempfile.TemporaryDirectory() as folder:
        family, out = make_family(Path(folder)), Path(folder) / "out.pdf"
        export = [*PROGRAM, "export", str(family), "-o", str(out), "--date", "2026-03-02"]
        taken = interleaved(
            {
                "export": lambda: seconds_of(export),
                "libraries": lambda: seconds_of([sys.executable, "-c", LIBRARIES]),
            }
        )
    ours, libraries = taken["export"], taken["libraries"]
    return {
        "export": Figure(ours.seconds, "s", goal=0.85),
        "libraries_alone": Figure(libraries.seconds, "s"),
        "ratio": Figure(ours.seconds / libraries.seconds, "ratio"),
        "export_processor": Figure(ours.processor, "s"),
        "libraries_processor": Figure(libraries.processor, "s"),
    }


PROGRAM = [sys.executable, "-m", "genogram_app"]


def make_family(folder: Path) -> Path:
    """Write the family as GEDCOM and let the program bring it in."""
    source, family = folder / "family.ged", folder / "family.genogram"
    source.write_text(gedcom(PEOPLE), encoding="utf-8")
    seconds_of([*PROGRAM, "import", str(source), "-o", str(family)])
    return family
