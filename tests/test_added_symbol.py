"""A relationship that somebody adds by the walk-through in `symbols/README.md`, without Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from genogram_app import places
from genogram_app.catalog import Catalog, load, load_theme
from genogram_app.errors import CardError
from genogram_app.export.pdf import write_pdf
from genogram_app.export.svg import write_svg
from genogram_app.family.case import Case
from genogram_app.model.ties import Bond
from genogram_app.picture.symbols_sheet import symbols_sheet
from genogram_app.store.codec import decode, encode
from genogram_app.studio.publish import Publication, prepare, view_of
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas import choices
from genogram_app.words import words_in
from tests.builders import SHARED, TODAY, case_of, person
from tests.walkthrough import told, written

LABEL = "play football together"


SHAPE, CARD = "shapes/football.svg", "bonds/play_football_together.toml"


def _folder(root: Path) -> Path:
    """Write the two files where the walk-through says."""
    return written(root, SHAPE, CARD)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load(places.symbols(), _folder(tmp_path))


@pytest.fixture
def kind(catalog: Catalog) -> str:
    return next(card.id for card in catalog.bonds.values() if card.label == LABEL)


def _case(kind: str) -> Case:
    return case_of(
        person("jay", subject=True),
        person("lisa"),
        Bond(id="e", a="jay", b="lisa", quality=kind, basis=SHARED),
    )


def _published(case: Case, catalog: Catalog | None = None) -> Publication:
    scene = Scene(catalog)
    return prepare(scene, case, view=view_of(scene, "genogram", TODAY, "case-file"))


def _texts(publication: Publication) -> str:
    return " ".join(text.content for text in publication.sheet.drawing.texts())


def test_it_is_taken_from_the_folder_of_whoever_is_logged_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "users_symbols", lambda: tmp_path / "symbols")
    assert LABEL not in {card.label for card in load.__wrapped__().bonds.values()}
    _folder(tmp_path / "symbols")
    assert LABEL in {card.label for card in load.__wrapped__().bonds.values()}


def test_the_palette_offers_it_among_its_like(catalog: Catalog) -> None:
    ends = choices.Ends("jay", "lisa", "Jay", "Lisa")
    offered = choices.every(catalog, ends, harm=False)
    found = choices.matching(offered, "football", words_in())
    assert [card.label for card in found] == [LABEL]
    assert {card.heading for card in offered if card.order < found[0].order} >= {found[0].heading}


def test_it_is_on_the_printed_sheet_of_symbols(catalog: Catalog) -> None:
    pages = symbols_sheet(catalog, load_theme(), words_in())
    assert LABEL in {text.content for page in pages for text in page.texts()}


def test_it_is_drawn_and_told_in_the_key(catalog: Catalog, kind: str) -> None:
    publication = _published(_case(kind), catalog)
    assert LABEL in _texts(publication)
    assert [node.says for node in publication.sheet.drawing.nodes if node.key == "bond:e"] == [
        "Jay and Lisa play football together"
    ]


def test_it_is_in_the_pdf_and_in_the_svg(catalog: Catalog, kind: str) -> None:
    publication = _published(_case(kind), catalog)
    (page, *_) = PdfDocument(write_pdf(publication.pages, publication.meta))
    assert LABEL in page.get_textpage().get_text_bounded()
    svg = write_svg(publication.sheet.drawing)
    assert "Jay and Lisa play football together" in svg
    assert LABEL in svg


def test_it_comes_back_from_the_saved_file(kind: str) -> None:
    assert decode(encode(_case(kind)), "football").family.get(Bond, "e").quality == kind


def test_a_copy_without_the_card_keeps_it_and_draws_it_as_unknown(kind: str) -> None:
    case = decode(encode(_case(kind)), "football")
    assert "not known to this copy" in _texts(_published(case))
    assert encode(case) == encode(_case(kind))


def test_a_fault_in_it_is_told_with_file_line_and_reason(tmp_path: Path) -> None:
    root = _folder(tmp_path)
    card = next(root.glob("bonds/*.toml"))
    card.write_text(told()[CARD].replace('paint = "positive"', 'paint = "pink"', 1), encoding="utf-8")
    with pytest.raises(CardError) as refused:
        load(places.symbols(), root)
    assert f"{card.name}, line 6" in str(refused.value)
    assert "pink" in str(refused.value)
