"""Every real file of the corpus goes from bytes to a PDF on which everybody stands by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from genogram_app.catalog.load import load
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View
from genogram_app.interchange.gedcom import Tokens, read_gedcom
from genogram_app.model.ids import random_id
from genogram_app.picture import wording
from genogram_app.store import codec
from genogram_app.studio.publish import prepare
from genogram_app.studio.scene import Scene
from genogram_app.text.line import wrap
from genogram_app.text.measure import one_line

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
FILES = sorted(
    file
    for folder in ("gedcom55", "gedcom551", "gedcom7", "encoding", "malformed")
    for file in (CORPUS / folder).glob("*.ged")
)
TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus of real files isn't here")


def brought(file: Path) -> Case:
    tokens = Tokens.of(load().from_gedcom)
    return read_gedcom(file.read_bytes(), file.name, tokens=tokens, new_id=random_id, today=TODAY).case


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_everybody_of_a_real_file_is_on_paper(file: Path) -> None:
    from genogram_app.export.pdf import write_pdf

    case = codec.decode(codec.encode(brought(file)), file.name)
    scene = Scene()
    view = View(as_at=TODAY, kind="genogram", reader=Reader.CASE_FILE)
    publication = prepare(scene, case, view=view, words_page=False)
    shown = " ".join(text.content for text in publication.sheet.family.texts())
    for person in case.family.people:
        name = wording.name(scene.words, person)
        assert all(one_line(part) in shown for part in wrap(name, 9.2, 96, "semibold"))
    assert write_pdf(publication.pages, publication.meta).startswith(b"%PDF")


def test_no_place_is_stored_with_what_was_brought_in() -> None:
    assert not any(brought(file).placements for file in FILES[:5])
