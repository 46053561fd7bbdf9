"""Every real file goes from bytes to a PDF on which everybody stands once, with their own name.

Some files are kept with the tests; a larger collection is tried too where it stands beside the project.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from genogram_app.catalog.load import load
from genogram_app.drawing.primitives import Drawing, Node, texts_in
from genogram_app.export.document import Sheet
from genogram_app.export.pdf import write_pdf
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View
from genogram_app.interchange.gedcom import Tokens, read_gedcom
from genogram_app.model.person import Person
from genogram_app.picture import wording
from genogram_app.store import codec
from genogram_app.studio.publish import Publication, prepare
from genogram_app.studio.scene import Scene
from tests.builders import counting

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples" / "gedcom").rglob("*.ged"))
CORPUS = HERE.parents[1] / "shared" / "corpus"
MORE = sorted(CORPUS.rglob("*.ged"))
KEPT = {file.name for file in SAMPLES}
FILES = [*SAMPLES, *(file for file in MORE if file.name not in KEPT)]
TODAY = date(2026, 11, 22)
SCENE = Scene()


def brought(file: Path) -> Case:
    tokens = Tokens.of(load().from_gedcom)
    return read_gedcom(file.read_bytes(), file.name, tokens=tokens, new_id=counting(), today=TODAY).case


def on_paper(case: Case) -> Publication:
    view = View(as_at=TODAY, kind="genogram", reader=Reader.CASE_FILE)
    return prepare(SCENE, case, view=view, words_page=False)


def parts(publication: Publication) -> list[Drawing]:
    """Give the pages that show the family: not the one with the map and the key."""
    pages = [page for page in publication.pages if isinstance(page, Sheet)]
    drawings = [page.placed[0].drawing for page in pages]
    return drawings if len(drawings) == 1 else drawings[1:]


def letters(text: str) -> str:
    """Give the letters of a text, however it is broken over lines."""
    return "".join(text.split())


def shows(node: Node, person: Person) -> bool:
    written = "".join(text.content for text in texts_in(node.marks))
    return letters(wording.name(SCENE.words, person)) in letters(written)


def faults(case: Case, publication: Publication) -> list[str]:
    """Name everybody who doesn't stand on just one part, by their own name."""
    shown: dict[str, list[Node]] = {f"person:{person.id}": [] for person in case.family.people}
    for node in (node for part in parts(publication) for node in part.nodes):
        if node.key.startswith("person:"):
            shown[node.key].append(node)
    found = []
    for person in case.family.people:
        figures = shown[f"person:{person.id}"]
        if len(figures) != 1:
            found.append(f"{person.id} stands {len(figures)} times")
        elif not shows(figures[0], person):
            found.append(f"{person.id} has another name")
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_everybody_of_a_real_file_is_on_paper_once_by_their_own_name(file: Path) -> None:
    case = codec.decode(codec.encode(brought(file)), file.name)
    publication = on_paper(case)
    assert faults(case, publication) == []
    assert write_pdf(publication.pages, publication.meta).startswith(b"%PDF")


def test_some_of_these_families_are_larger_than_any_paper() -> None:
    large = brought(HERE / "samples" / "gedcom" / "gedcom4j" / "RelationshipTestExtended.ged")
    assert len(parts(on_paper(large))) > 1


def test_the_proof_sees_one_figure_lost_doubled_or_with_anothers_name() -> None:
    case = brought(HERE / "samples" / "gedcom" / "gedcom4j" / "RelationshipTestExtended.ged")
    publication = on_paper(case)
    first, second = sorted(case.family.people, key=lambda person: person.id)[:2]
    named = case.changed(put=[first.put(name=second.name)])
    assert faults(named, publication) == [f"{first.id} has another name"]
    page = next(page for page in publication.pages[1:] if isinstance(page, Sheet))
    drawing = page.placed[0].drawing
    figure = next(node for node in drawing.nodes if node.key.startswith("person:"))
    for nodes, times in (((n for n in drawing.nodes if n is not figure), 0), ((*drawing.nodes, figure), 2)):
        changed = replace(
            page, placed=(replace(page.placed[0], drawing=replace(drawing, nodes=tuple(nodes))),)
        )
        pages = tuple(changed if other is page else other for other in publication.pages)
        who = figure.key.removeprefix("person:")
        assert faults(case, replace(publication, pages=pages)) == [f"{who} stands {times} times"]


def test_no_place_is_stored_with_what_was_brought_in() -> None:
    assert not any(brought(file).placements for file in SAMPLES)
