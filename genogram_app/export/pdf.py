"""Paint pages as a PDF: fonts embedded, text searchable, tagged, dated, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas

from genogram_app.drawing.primitives import Drawing, Node
from genogram_app.drawing.shapes import rect
from genogram_app.export import metrics
from genogram_app.export.document import DocumentMeta, Page, Placed, Sheet
from genogram_app.export.flow import sheets
from genogram_app.export.ink import Ink
from genogram_app.export.tags import ARTIFACT, END, Element, Numbering, finish
from genogram_app.text.line import check

#: What a node's role is in the file. All others are figures, with words in their place.
_KINDS = {
    "title": "P",
    "key": "P",
    "note": "P",
    "heading-1": "H1",
    "heading-2": "H2",
    "heading-3": "H3",
    "paragraph": "P",
    "quote": "BlockQuote",
    "item": "LBody",
    "head-cell": "TH",
    "cell": "TD",
}

#: What a part of a report's key ("report-1/table-3/row-1/cell-2") stands within.
_WITHIN = {"report": "Sect", "table": "Table", "row": "TR", "list": "L", "item": "LI"}


def write_pdf(pages: Sequence[Page], meta: DocumentMeta) -> bytes:
    """Paint pages, in order, into one PDF.

    Raises GlyphError, naming the words, if no font has some of their letters,
    and ValueError if there are no pages.
    """
    singles = sheets(pages, meta.numbering)
    if not singles:
        raise ValueError("a PDF needs a page")
    check(text for sheet in singles for placed in sheet.placed for text in placed.drawing.texts())
    stream = io.BytesIO()
    book = _Book(_canvas(stream, meta))
    for sheet in singles:
        book.add(sheet)
    book.canvas.save()
    return finish(stream.getvalue(), book.root, meta)


def _canvas(stream: io.BytesIO, meta: DocumentMeta) -> Canvas:
    """Begin an empty PDF; `invariant` keeps the machine's clock out of it.

    It isn't compressed here: reportlab would add an encoding for old printers,
    a quarter more bytes in several times the time. `finish` compresses.
    """
    return Canvas(
        stream,
        invariant=1,
        pageCompression=0,
        pdfVersion=(1, 7),
        initialFontName=metrics.font_name("regular"),
        lang=meta.language,
    )


class _Book:
    """A PDF while its pages are painted, and the tree of what is on them."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.root = Element("Document")
        self._numbers = Numbering()
        self._elements: dict[str, Element] = {}

    def add(self, sheet: Sheet) -> None:
        """Paint one page."""
        self.canvas.setPageSize((sheet.width, sheet.height))
        for placed in sheet.placed:
            self._place(placed, sheet.height)
        self.canvas.showPage()

    def _place(self, placed: Placed, height: float) -> None:
        ink, scale, shown = Ink(self.canvas), placed.scale, placed.shown
        ink.save()
        # Ink turns y over, so the drawing's top lies `height` above the foot of the page.
        left, foot = placed.left - shown.left * scale, height - placed.top + shown.top * scale
        ink.write(f"{scale:.5f} 0 0 {scale:.5f} {left:.3f} {foot:.3f} cm")
        if placed.part:
            ink.clip(rect(placed.part))
        self._nodes(ink, placed)
        ink.restore()
        ink.flush()

    def _nodes(self, ink: Ink, placed: Placed) -> None:
        """Paint the nodes that are shown, each marked as what it is."""
        page = self.canvas.getPageNumber() - 1
        seen = [n for n in placed.drawing.painted() if not placed.part or n.bounds.overlaps(placed.part)]
        elements = self._elements_of(placed.drawing, seen) if placed.read else {}
        for node in seen:
            element = elements.get(node.key)
            ink.write(self._numbers.begin(element, page) if element else ARTIFACT)
            ink.paint(node.marks)
            ink.write(END)

    def _elements_of(self, drawing: Drawing, seen: Iterable[Node]) -> dict[str, Element]:
        """Give the elements of what is shown, made in reading order; what says nothing has none."""
        shown = {node.key for node in seen}
        return {
            node.key: self._element(node)
            for node in drawing.nodes
            if node.key in shown and (node.says or node.role in _KINDS)
        }

    def _element(self, node: Node) -> Element:
        """Give a node's element: the same again where a thing goes on on the next page."""
        if node.key not in self._elements:
            kind = _KINDS.get(node.role, "Figure")
            within = self._within(node.key) if node.role in _KINDS else self.root
            self._elements[node.key] = within.add(kind, node.says if kind == "Figure" else "")
        return self._elements[node.key]

    def _within(self, key: str) -> Element:
        """Give what a part of a report stands within, making it on the way."""
        parent, *names = self.root, *key.split("/")[:-1]
        for i, name in enumerate(names, 1):
            path = "/".join(names[:i]) + "/"
            if path not in self._elements:
                self._elements[path] = parent.add(_WITHIN[name.split("-")[0]])
            parent = self._elements[path]
        return parent
