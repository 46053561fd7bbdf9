"""What a painter of pages is given: drawings put on sheets, reports, and their details."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from genogram_app.drawing.primitives import Box, Drawing
from genogram_app.drawing.report import Report

#: Paper sizes in points, upright.
A4 = (595.28, 841.89)
A3 = (841.89, 1190.55)


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing put on a sheet.

    part: the part of it that is shown, in its own points; all of it if None.
    What lies outside isn't painted. (left, top): where the part's top left
    comes on the sheet. scale: 1 is as drawn. read: False for what stands on
    every page and is no part of the text.
    """

    drawing: Drawing
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0
    part: Box | None = None
    read: bool = True

    @property
    def shown(self) -> Box:
        """The part that is shown, in the drawing's points."""
        return self.part or self.drawing.bounds


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page with drawings on it, lowest first."""

    width: float
    height: float
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """How a report looks: its colours, and the size of its running text in points."""

    ink: str = "#1F2933"
    muted: str = "#52606D"
    rule: str = "#B8C1CC"
    size: float = 10.0


@dataclass(frozen=True, slots=True)
class ReportSheets:
    """A report, flowed over as many pages as it needs.

    margins: left, top, right, bottom. furniture: drawings that stand on each of
    those pages, such as what copy this is.
    """

    report: Report
    width: float = A4[0]
    height: float = A4[1]
    margins: tuple[float, float, float, float] = (56.0, 56.0, 56.0, 56.0)
    furniture: tuple[Placed, ...] = ()
    style: ReportStyle = ReportStyle()


Page = Sheet | ReportSheets


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """What a file says of itself.

    created: the date printed in the file, never the machine's clock. numbering:
    words for the foot of every page, "Page {page} of {pages}"; none if empty.
    """

    title: str
    created: datetime
    author: str = ""
    subject: str = ""
    language: str = "en-GB"
    numbering: str = ""
