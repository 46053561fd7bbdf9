"""Say what each part of a page is: the structure of a tagged PDF.

While pages are painted, every part is wrapped in marked content with a number,
and an `Element` notes page and number. `finish` then writes the tree of
elements into the file, with its title, language and dates. Reading order is
the order of the tree, not that of painting.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from genogram_app.export.document import DocumentMeta

if TYPE_CHECKING:
    import pikepdf

#: Around what is no part of the text: tints, page numbers.
ARTIFACT = "/Artifact BMC"
END = "EMC"


@dataclass(slots=True)
class Element:
    """A part of the document: its kind ("P", "Figure" …), its words for who can't see it, its content.

    content: the places painted for it, as (page from 0, number on the page).
    """

    kind: str
    alt: str = ""
    children: list[Element] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)

    def add(self, kind: str, alt: str = "") -> Element:
        """Append a child and give it."""
        child = Element(kind, alt)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Element]:
        """Go through this element and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class Numbering:
    """Hands out the numbers of marked content, page by page."""

    def __init__(self) -> None:
        self._next: dict[int, int] = {}

    def begin(self, element: Element, page: int) -> str:
        """Give the operator that begins a part of an element on a page (from 0)."""
        number = self._next.get(page, 0)
        self._next[page] = number + 1
        element.content.append((page, number))
        return f"/{element.kind} <</MCID {number}>> BDC"


def finish(data: bytes, root: Element, meta: DocumentMeta) -> bytes:
    """Write the tree and the document's details into a finished PDF.

    It is compressed as well. The same input gives the same bytes.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        _write_tree(pdf, root)
        _write_details(pdf, meta)
        # The id that came in is the same for all files; one is made from the content on saving.
        del pdf.trailer.ID
        out, streams = io.BytesIO(), pikepdf.ObjectStreamMode.generate
        pdf.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=streams)
        return out.getvalue()


def _write_tree(pdf: pikepdf.Pdf, root: Element) -> None:
    """Write the structure tree, and from every marked part the way back to its element."""
    from pikepdf import Array, Dictionary, Name

    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    parents: list[dict[int, pikepdf.Object]] = [{} for _ in pdf.pages]
    tree.K = _written(pdf, root, tree, parents)
    numbers = Array()
    for index, page in enumerate(pdf.pages):
        found = [parents[index][number] for number in sorted(parents[index])]
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array(found)))
        page.obj.StructParents = index
        page.obj.Tabs = Name.S
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pdf.pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _written(
    pdf: pikepdf.Pdf, element: Element, parent: pikepdf.Object, parents: list[dict[int, pikepdf.Object]]
) -> pikepdf.Object:
    """Write one element with all below it."""
    from pikepdf import Array, Dictionary, Name, String

    mine = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
    if element.alt:
        mine.Alt = String(element.alt)
    inside: list[pikepdf.Object] = []
    for page, number in element.content:
        parents[page][number] = mine
        inside.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[page].obj, MCID=number))
    inside += [_written(pdf, child, mine, parents) for child in element.children]
    mine.K = Array(inside)
    return mine


def _write_details(pdf: pikepdf.Pdf, meta: DocumentMeta) -> None:
    """Write title, author, language and the date passed in, both ways a PDF says them."""
    from pikepdf import Dictionary, String

    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    details = {"/Title": meta.title, "/Author": meta.author, "/Subject": meta.subject}
    for key, value in details.items():
        if value:
            info[key] = String(value)
    info["/CreationDate"] = info["/ModDate"] = String(_stamp(meta.created))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = meta.title
        xmp["dc:language"] = {meta.language}
        if meta.author:
            xmp["dc:creator"] = [meta.author]
        xmp["xmp:CreateDate"] = xmp["xmp:ModifyDate"] = meta.created.isoformat(timespec="seconds")
    pdf.Root.Lang = String(meta.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _stamp(when: datetime) -> str:
    """Write a moment as PDF does; one without a time zone stays without."""
    zone = when.strftime("%z")
    return when.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")
