"""Publish a sheet: choose what the reader may see, compose it, and write it safely.

The one way out: the window's export and print and the command line all pass here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

from genogram_app.catalog.template import template
from genogram_app.drawing.primitives import Box, Drawing
from genogram_app.errors import BlankCopyError, UsageError
from genogram_app.export.document import DocumentMeta, Page, Placed, ReportSheets
from genogram_app.export.document import Sheet as PaperSheet
from genogram_app.family.as_at import as_at
from genogram_app.family.case import Case
from genogram_app.family.excerpt import Near
from genogram_app.family.seen import Reader, View, drawable, seen
from genogram_app.model.document import ViewKind
from genogram_app.picture.compose import Sheet
from genogram_app.picture.in_words import in_words
from genogram_app.picture.pages import pages, running_foot
from genogram_app.picture.titleblock import copy_name, subjects_of, title, view_name
from genogram_app.practice.drawn import drawing_asks
from genogram_app.practice.question import Look
from genogram_app.practice.questions import questions
from genogram_app.studio.fitting import fit
from genogram_app.studio.scene import Scene
from genogram_app.studio.written import MayReplace, identity_of, write_copies

Copy = Literal["case-file", "family"]
PaperName = Literal["A4", "A3"]
#: A picture of a page has this many dots an inch, so the smallest letters are 22 dots high.
DOTS_PER_INCH = 200.0
#: A case reference in a file's name is cut at this many letters, and at this many bytes of UTF-8:
#: file systems take 255 for the whole name.
_LONGEST, _MOST_BYTES = 60, 180
#: What file systems refuse in a name, and what turns the way in which it is read.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


@dataclass(frozen=True)
class Publication:
    """A finished sheet with its pages, ready for any painter."""

    sheet: Sheet
    pages: tuple[Page, ...]
    meta: DocumentMeta


def view_of(scene: Scene, kind: ViewKind, dated: date, copy: Copy, near: Near | None = None) -> View:
    """Give the view of a copy: who reads it, as at which day, and near whom if not everybody is on it."""
    catalog, reader = scene.catalog, Reader(copy)
    return View(
        as_at=dated,
        kind=kind,
        reader=reader,
        harmless=catalog.harmless,
        paternity=catalog.paternity,
        fostering=catalog.placements if reader is Reader.CASE_FILE else catalog.perhaps_placements,
        near=near,
    )


def prepare(
    scene: Scene,
    case: Case,
    *,
    view: View,
    paper: PaperName | None = None,
    profile: str = "",
    words_page: bool = True,
    fitted: bool = False,
) -> Publication:
    """Compose the pages of a copy. What its reader may not see is taken out before anything is laid out.

    fitted: arranged for the paper first (`studio.fitting`); the case itself stays as it is.

    Raises UsageError for a sheet with nobody to show.
    """
    _check_shows_somebody(scene, case, view)
    if paper:
        case = case.with_(page=case.page.put(paper=paper))
    if profile:
        case = case.with_(page=case.page.put(profile=template(profile).name))
    shown = _shown(scene, case, view, fitted=fitted)
    sheet = scene.sheet(shown, view)
    drawn = tuple(
        _on_paper(drawing) for drawing in pages(scene.hand(shown.page, proof=view.proof).pen, sheet)
    )
    told = (_in_words(scene, drawable(case, view), sheet),) if words_page else ()
    return Publication(sheet, (*drawn, *told), _meta(scene, sheet))


def _shown(scene: Scene, case: Case, view: View, *, fitted: bool) -> Case:
    """Give what stands on a copy, and where. Raises UsageError without whoever stands in the middle."""
    # Part of a family is laid out by itself: where everybody stands says nothing of it.
    standing = case if view.near else scene.settled_apart(case, view)
    if fitted and not view.near:
        standing = fit(scene, standing, view).case
    # What isn't so on this day, such as the refuge of tomorrow, still says what must stay off this copy.
    shown = drawable(seen(standing, view), view, whole=case)
    if view.near and view.near.person not in shown.family:
        raise UsageError("Whoever stands in the middle isn’t on this copy. Nothing was written.")
    return fit(scene, shown, view).case if fitted and view.near else shown


def publish(
    case: Case,
    out: Path,
    *,
    view: ViewKind,
    dated: date,
    copy: Copy,
    paper: PaperName | None = None,
    profile: str = "",
    fitted: bool = False,
    near: Near | None = None,
    scene: Scene | None = None,
    wanted: Callable[[], bool] = lambda: True,
    may_replace: MayReplace = lambda _: False,
) -> list[Path]:
    """Write a copy as PDF, SVG or PNG, by the file's ending, and give what was written.

    fitted: arranged for the paper first; the case itself stays as it is.
    near: whose part of the family it is; everybody is on it where that is None.
    wanted: asked once all is painted; nothing is written where it is no longer.
    may_replace: says of a file that it may be written over, whatever it is; else only an
    earlier copy of this case for the same reader, in the same view, gives way.
    A sheet that no paper holds gives one PNG for each of its pages, beside `out`.
    Raises UsageError for another ending and for a sheet with nobody to show, GlyphError for
    letters that can't be drawn, InTheWayError, and FileError where the file can't be written.
    """
    painter = _PAINTERS.get(out.suffix.lower())
    if painter is None:
        raise UsageError(f"“{out.name}” should end in .pdf, .svg or .png. Nothing was written.")
    scene = scene or Scene()
    looked_at = view_of(scene, view, dated, copy, near)
    painted = painter(prepare(scene, case, view=looked_at, paper=paper, profile=profile, fitted=fitted))
    if not wanted():
        return []
    part = (near.person, str(near.reach)) if near else ()
    return write_copies(out, painted, identity_of(case.details.id, view, copy, *part), may_replace)


def suggested_name(case: Case, dated: date, suffix: str = ".pdf", copy: Copy = "case-file") -> str:
    """Suggest a file's name: the case reference and the date, never anybody's name.

    A family copy says that it is one, so that it never takes the case file copy's place; a
    reference that the family may not see isn't in its name either.
    """
    details = case.details
    told = copy != "family" or details.basis_of("reference").shared
    plain = _REFUSED.sub("-", details.reference) if told and isinstance(details.reference, str) else ""
    short = plain[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore").strip("-. ")
    whose = " family copy" if copy == "family" else ""
    return f"{short or 'genogram'} {dated.isoformat()}{whose}{suffix}"


def _check_shows_somebody(scene: Scene, case: Case, view: View) -> None:
    """Refuse a sheet that nobody would be on, in words for every reader. Raises UsageError."""
    then = as_at(case, view.as_at)
    if subjects_of(case) and not subjects_of(then):
        raise UsageError(
            f"Whoever this is about isn’t born yet on {scene.words.day(view.as_at)}, so the sheet would be "
            "about nobody. Nothing was written; choose a later day."
        )
    if view.reader is Reader.FAMILY and not seen(case, view).family.people:
        raise BlankCopyError("Nobody is on this sheet, so the copy would be blank. Nothing was written.")


# -- painters --------------------------------------------------------------------


def _pdf(publication: Publication) -> bytes:
    from genogram_app.export.pdf import write_pdf

    return write_pdf(publication.pages, publication.meta)


def _svg(publication: Publication) -> bytes:
    from genogram_app.export.svg import write_svg

    return write_svg(publication.sheet.drawing, with_fonts=True).encode("utf-8")


def _pngs(publication: Publication) -> list[bytes]:
    """Paint every drawn page, numbered as those of one document."""
    from genogram_app.export.pdf import write_pdf
    from genogram_app.export.png import rasterised

    drawn = [page for page in publication.pages if isinstance(page, PaperSheet)]
    pdf = write_pdf(drawn, publication.meta)
    return [rasterised(pdf, DOTS_PER_INCH, number) for number in range(len(drawn))]


_PAINTERS: Mapping[str, Callable[[Publication], list[bytes]]] = {
    ".pdf": lambda publication: [_pdf(publication)],
    ".svg": lambda publication: [_svg(publication)],
    ".png": _pngs,
}


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


def _in_words(scene: Scene, case: Case, sheet: Sheet) -> Page:
    """Say the sheet in words, on paper of the same kind, each page with what copy it is."""
    shown, view = sheet.case, sheet.view
    open_questions: Sequence[str] = ()
    if view.reader is Reader.CASE_FILE:
        look = Look(case, view.as_at, scene.catalog, scene.words)
        found = drawing_asks(look, sheet.layout) + questions(case, view.as_at, scene.catalog, scene.words)
        open_questions = tuple(question.says for question in found)
    hand = scene.hand(shown.page)
    report = in_words(hand.pen, scene.catalog, shown, view, open_questions)
    page = ReportSheets(report)
    foot = running_foot(scene.pen, shown, view, Box(0, 0, page.width, page.height))
    return replace(page, furniture=(Placed(foot),))
