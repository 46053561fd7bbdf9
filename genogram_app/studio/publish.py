"""Publish a sheet: choose what the reader may see, compose it, and write it safely.

The one way out: the window's export and print and the command line all pass here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

from genogram_app.drawing.primitives import Box, Drawing
from genogram_app.errors import UsageError
from genogram_app.export.document import DocumentMeta, Page, Placed, ReportSheets
from genogram_app.export.document import Sheet as PaperSheet
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.base import Blank
from genogram_app.model.document import ViewKind
from genogram_app.picture.compose import Sheet
from genogram_app.picture.in_words import in_words
from genogram_app.picture.pages import pages, running_foot
from genogram_app.picture.titleblock import copy_name, title, view_name
from genogram_app.practice.questions import questions
from genogram_app.store import safe
from genogram_app.studio.scene import Scene

Copy = Literal["case-file", "family"]
PaperName = Literal["A4", "A3"]
#: A picture of a sheet has this many dots an inch, and never more than this many across.
DOTS_PER_INCH, MOST_DOTS = 200.0, 16_000.0


@dataclass(frozen=True)
class Publication:
    """A finished sheet with its pages, ready for any painter."""

    sheet: Sheet
    pages: tuple[Page, ...]
    meta: DocumentMeta


def view_of(scene: Scene, kind: ViewKind, dated: date, copy: Copy) -> View:
    """Give the view of a copy: who reads it, and as at which day."""
    return View(as_at=dated, kind=kind, reader=Reader(copy), harmless=scene.catalog.harmless)


def prepare(
    scene: Scene, case: Case, *, view: View, paper: PaperName | None = None, words_page: bool = True
) -> Publication:
    """Compose the pages of a copy. What its reader may not see is taken out before anything is laid out."""
    shown = seen(case, view)
    if paper:
        shown = shown.with_(page=shown.page.put(paper=paper))
    sheet = scene.sheet(shown, view)
    drawn = tuple(_on_paper(drawing) for drawing in pages(scene.pen, sheet))
    told = (_in_words(scene, case, shown, view),) if words_page else ()
    return Publication(sheet, (*drawn, *told), _meta(scene, sheet))


def publish(
    case: Case,
    out: Path,
    *,
    view: ViewKind,
    dated: date,
    copy: Copy,
    paper: PaperName | None = None,
    scene: Scene | None = None,
) -> list[Path]:
    """Write a copy as PDF, SVG or PNG, by the file's ending, and give what was written.

    Raises UsageError for another ending, GlyphError for letters that can't be
    drawn, FileError where the file can't be written.
    """
    painters = {".pdf": _pdf, ".svg": _svg, ".png": _png}
    painter = painters.get(out.suffix.lower())
    if painter is None:
        raise UsageError(f"“{out.name}” should end in .pdf, .svg or .png. Nothing was written.")
    scene = scene or Scene()
    publication = prepare(scene, case, view=view_of(scene, view, dated, copy), paper=paper)
    safe.write(out, painter(publication))
    return [out]


def suggested_name(case: Case, dated: date, suffix: str = ".pdf") -> str:
    """Suggest a file's name: the case reference and the date, never anybody's name."""
    reference = case.details.reference
    plain = "" if isinstance(reference, Blank) else re.sub(r"[^\w.-]+", "-", reference).strip("-.")
    return f"{plain or 'genogram'} {dated.isoformat()}{suffix}"


# -- painters --------------------------------------------------------------------


def _pdf(publication: Publication) -> bytes:
    from genogram_app.export.pdf import write_pdf

    return write_pdf(publication.pages, publication.meta)


def _svg(publication: Publication) -> bytes:
    from genogram_app.export.svg import write_svg

    return write_svg(publication.sheet.drawing).encode("utf-8")


def _png(publication: Publication) -> bytes:
    from genogram_app.export.png import write_png

    drawing = publication.sheet.drawing
    longest = max(drawing.bounds.width, drawing.bounds.height)
    dots = min(DOTS_PER_INCH, MOST_DOTS / longest * 72)
    return write_png((_on_paper(drawing),), publication.meta, dots)


def _on_paper(drawing: Drawing) -> PaperSheet:
    return PaperSheet(drawing.bounds.width, drawing.bounds.height, (Placed(drawing),))


def _meta(scene: Scene, sheet: Sheet) -> DocumentMeta:
    pen, view = scene.pen, sheet.view
    about = f"{view_name(pen, view)}, {copy_name(pen, view)}, {scene.words.day(view.as_at)}"
    return DocumentMeta(
        title=title(pen, sheet.case),
        created=datetime.combine(view.as_at, time(12), UTC),
        subject=about,
        language=view.language,
        numbering=scene.words.say("Page {{page}} of {{pages}}"),
    )


def _in_words(scene: Scene, case: Case, shown: Case, view: View) -> Page:
    """Say the sheet in words, on paper of the same kind, each page with what copy it is."""
    open_questions: Sequence[str] = ()
    if view.reader is Reader.CASE_FILE:
        found = questions(case, view.as_at, scene.catalog, scene.words)
        open_questions = tuple(question.says for question in found)
    report = in_words(scene.pen, scene.catalog, shown, view, open_questions)
    page = ReportSheets(report)
    foot = running_foot(scene.pen, shown, view, Box(0, 0, page.width, page.height))
    return replace(page, furniture=(Placed(foot),))
