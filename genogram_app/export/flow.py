"""Flow a report over pages. Each page becomes a drawing, so that every painter shows the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Anchor, Box, Drawing, Group, Mark, Node, Text, texts_in
from genogram_app.drawing.transform import Transform
from genogram_app.export.document import Page, Placed, ReportSheets, Sheet
from genogram_app.export.strips import Part, Strip, strips
from genogram_app.text import line as letters

#: A page's number: its size, how far from the edge it stands at least, what its letters reach below
#: their line, the air round it, and how far up the next line is, in points.
SIZE, MARGIN, DESCENT, AIR, LINE = 8.0, 26.0, 3.0, 4.0, 15.0


def sheets(pages: Iterable[Page], numbering: str = "", paint: str = "#52606D") -> tuple[Sheet, ...]:
    """Turn pages and reports into single sheets of paper, numbered at the foot if asked.

    numbering: "Page {page} of {pages}", or "" for none.
    """
    single = [
        sheet
        for i, page in enumerate(pages, 1)
        for sheet in ((page,) if isinstance(page, Sheet) else flow(page, i))
    ]
    if not numbering:
        return tuple(single)
    return tuple(
        replace(sheet, placed=(*sheet.placed, _number(sheet, numbering, i, len(single), paint)))
        for i, sheet in enumerate(single, 1)
    )


def flow(report: ReportSheets, number: int = 1) -> tuple[Sheet, ...]:
    """Lay a report out over as many pages as it needs, one at least.

    number: tells its nodes' keys from those of another report in the same file.
    """
    left, top, right, bottom = report.margins
    width, height = report.width - left - right, report.height - top - bottom
    pages = _paged([*strips(report.report.blocks, width, report.style)], height) or [_Page()]
    furniture = tuple(replace(placed, read=False) for placed in report.furniture)
    return tuple(
        Sheet(report.width, report.height, (Placed(_drawing(page, report, number)), *furniture))
        for page in pages
    )


@dataclass(slots=True)
class _Page:
    """A page while it is filled: strips with their tops, and how far down it is full."""

    strips: list[tuple[float, Strip]] = field(default_factory=list)
    full: float = 0.0

    def put(self, strip: Strip) -> None:
        """Set a strip under what is there."""
        if not self.strips:
            for head in strip.head:
                self._set(head, 0.0)
        self._set(strip, strip.above)

    def needs(self, run: Sequence[Strip]) -> float:
        """Say how full the page will be with some strips more."""
        first = run[0].above if self.strips else 0.0
        return self.full + first + run[0].height + sum(s.above + s.height for s in run[1:])

    def _set(self, strip: Strip, above: float) -> None:
        top = self.full + (above if self.strips else 0.0)
        self.strips.append((top, strip))
        self.full = top + strip.height


def _paged(every: Sequence[Strip], height: float) -> list[_Page]:
    """Fill pages with runs of strips that belong together."""
    pages: list[_Page] = []
    for run in _runs(every):
        if pages and pages[-1].needs(run) > height and pages[-1].strips:
            pages.append(_Page())
        for strip in run:
            if not pages or (pages[-1].strips and pages[-1].needs([strip]) > height):
                pages.append(_Page())
            pages[-1].put(strip)
    return pages


def _runs(every: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Go through the strips in runs, each of which stays on one page if it can."""
    run: list[Strip] = []
    for strip in every:
        run.append(strip)
        if not strip.tied:
            yield run
            run = []
    if run:
        yield run


def _drawing(page: _Page, report: ReportSheets, number: int) -> Drawing:
    """Gather a page's strips into nodes, one for each thing on it."""
    left, top = report.margins[:2]
    gathered: dict[tuple[str, str], tuple[Part, list[Mark]]] = {}
    for i, (down, strip) in enumerate(page.strips):
        for part in strip.parts:
            name = (part.key, "") if part.key else ("", f"decoration-{i}")
            _, marks = gathered.setdefault(name, (part, []))
            marks += map(Transform(1.0, left, top + down).mark, part.marks)
    nodes = tuple(
        _node(f"report-{number}/{key or extra}", part, marks)
        for (key, extra), (part, marks) in gathered.items()
    )
    box = Box(0.0, 0.0, report.width, report.height)
    return Drawing(box, nodes, title=report.report.title, language=report.report.language)


def _node(key: str, part: Part, marks: list[Mark]) -> Node:
    boxes = [_box(mark) for mark in marks]
    whole = boxes[0] if boxes else Box(0.0, 0.0, 0.0, 0.0)
    for box in boxes[1:]:
        whole = whole.union(box)
    return Node(key, part.role, part.says, tuple(marks), whole)


def _box(mark: Mark) -> Box:
    if isinstance(mark, Text):
        return Box(mark.left, mark.y - mark.size, mark.left + mark.width, mark.y + mark.size * 0.3)
    if isinstance(mark, Group):
        return bounds(mark.clip)
    return bounds(mark.outline)


def _number(sheet: Sheet, words: str, page: int, pages: int, paint: str) -> Placed:
    """Make a page's number: in the line of its foot at the right, in the middle, or in a line over it."""
    content = words.format(page=page, pages=pages)
    taken = [_placed_box(placed, text) for placed in sheet.placed for text in _texts(placed)]
    across: tuple[tuple[float, Anchor], ...] = ((sheet.width - MARGIN, "end"), (sheet.width / 2, "middle"))
    spots = [
        (x, anchor, sheet.height - MARGIN - up) for up in (DESCENT, DESCENT + LINE) for x, anchor in across
    ]
    tried = [letters.line(content, x, y, SIZE, paint=paint, anchor=anchor) for x, anchor, y in spots]
    text = next(
        (each for each in tried if not any(_box(each).grown(AIR).overlaps(box) for box in taken)), tried[0]
    )
    node = Node("page-number", "", content, (text,), _box(text))
    return Placed(Drawing(Box(0.0, 0.0, sheet.width, sheet.height), (node,)), read=False)


def _texts(placed: Placed) -> Iterator[Text]:
    for node in placed.drawing.nodes:
        yield from texts_in(node.marks)


def _placed_box(placed: Placed, text: Text) -> Box:
    """Give where letters come on the sheet."""
    shown, box = placed.shown, _box(text)
    x, y = placed.left - shown.left * placed.scale, placed.top - shown.top * placed.scale
    scale = placed.scale
    return Box(x + box.left * scale, y + box.top * scale, x + box.right * scale, y + box.bottom * scale)
