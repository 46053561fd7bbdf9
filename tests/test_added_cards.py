"""Cards of six kinds, from a person to a fill, that somebody adds as `symbols/README.md` says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from genogram_app import places
from genogram_app.catalog import Catalog, load, load_theme
from genogram_app.errors import CardError
from genogram_app.export.pdf import write_pdf
from genogram_app.export.svg import write_svg
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.document import Page
from genogram_app.model.household import Household
from genogram_app.model.person import Part, Person, Phase, Theme
from genogram_app.model.ties import LivesIn, Tie
from genogram_app.picture.symbols_sheet import symbols_sheet
from genogram_app.store.codec import decode, encode
from genogram_app.studio.publish import Publication, prepare, view_of
from genogram_app.studio.scene import Scene
from genogram_app.words import words_in
from tests.builders import SHARED, TODAY, case_of, person
from tests.catalog.given import folder
from tests.walkthrough import told, written

OURS = places.symbols()
GROUPS = ("people", "agencies", "rings", "themes", "conditions")


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load(OURS, written(tmp_path))


def _id(group: str) -> str:
    return next(Path(name).stem for name in told() if name.startswith(f"{group}/"))


def _label(catalog: Catalog, group: str) -> str:
    return catalog.groups[group][_id(group)].label


def _case() -> Case:
    """Make a child with the need, in the home, helped by the service."""
    need = Theme(id="t", card=_id("themes"), part=Part.OWN_NEED, phase=Phase.NOW, basis=SHARED)
    made = case_of(
        person("jay", "Jay Osei", subject=True, themes=(need,)),
        person("ama", "Ama Osei", gender=_id("people")),
        Household(id="h", name="The Oaks", kind=_id("rings"), basis=SHARED),
        LivesIn(id="l1", person="jay", household="h", basis=SHARED),
        LivesIn(id="l2", person="ama", household="h", basis=SHARED),
        Agency(id="s", kind=_id("agencies"), basis=SHARED),
        Tie(id="s.t", a="s", b="jay", basis=SHARED),
    )
    return made.with_(page=Page(profile="full"))


def _published(case: Case, catalog: Catalog | None) -> Publication:
    scene = Scene(catalog)
    return prepare(scene, case, view=view_of(scene, "combined", TODAY, "case-file"))


@cache
def _told_in_words(catalog: Catalog) -> tuple[str, str, str]:
    """Give all words of the sheet and what is said of each thing, the words of the PDF, and the SVG."""
    publication = _published(_case(), catalog)
    drawing = publication.sheet.drawing
    sheet = " ".join([*(text.content for text in drawing.texts()), *(node.says for node in drawing.nodes)])
    pages = PdfDocument(write_pdf(publication.pages, publication.meta))
    pdf = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return sheet, " ".join(pdf.split()), write_svg(drawing)


@pytest.mark.parametrize("group", GROUPS)
def test_it_is_in_the_catalogue_and_on_the_printed_one(catalog: Catalog, group: str) -> None:
    printed = {
        text.content for page in symbols_sheet(catalog, load_theme(), words_in()) for text in page.texts()
    }
    assert _label(catalog, group) in printed


@pytest.mark.parametrize("group", GROUPS)
def test_it_is_on_the_sheet_in_the_pdf_and_in_the_svg(catalog: Catalog, group: str) -> None:
    for words in _told_in_words(catalog):
        assert _label(catalog, group) in words or _label(catalog, group).capitalize() in words


def test_the_fill_is_drawn_over_half_of_the_symbol(catalog: Catalog) -> None:
    without = load(OURS)
    (filled,) = (n for n in _published(_case(), catalog).sheet.family.nodes if n.key == "person:jay")
    (bare,) = (n for n in _published(_case(), without).sheet.family.nodes if n.key == "person:jay")
    assert len(filled.marks) > len(bare.marks)


def test_it_comes_back_from_the_saved_file() -> None:
    family = decode(encode(_case()), "own").family
    assert family.get(Agency, "s").kind == _id("agencies")
    assert family.get(Household, "h").kind == _id("rings")
    assert family.get(Person, "jay").themes[0].card == _id("themes")
    assert family.get(Person, "ama").gender == _id("people")


def test_a_copy_without_the_cards_keeps_them_and_says_so() -> None:
    case = decode(encode(_case()), "own")
    publication = _published(case, load(OURS))
    assert (
        "not known to this copy" in " ".join(t.content for t in publication.sheet.drawing.texts()).casefold()
    )
    assert encode(case) == encode(_case())


def test_a_theme_whose_fill_is_not_whole_is_refused(tmp_path: Path) -> None:
    """A need that was said to be past would have no way to be drawn."""
    names = [name for name in told() if not name.endswith("_past.toml")]
    with pytest.raises(CardError, match=r"lost_sight.toml, line 9 .*tells “sight”, past"):
        load(OURS, written(tmp_path, *names))


def test_a_fill_that_is_drawn_like_another_is_refused(tmp_path: Path) -> None:
    text = told()["conditions/sight_now.toml"].replace('"above"', '"below"')
    with pytest.raises(CardError, match="line 8 can't be used: “side”: it is drawn like “drink or drugs"):
        load(OURS, folder(tmp_path, {"conditions/sight_now": text}))


def test_a_symbol_of_a_person_that_is_drawn_like_another_is_refused(tmp_path: Path) -> None:
    mine = 'label = "cousin"\nsource = "x"\norder = 1\nshape = "square"\n'
    with pytest.raises(CardError, match="line 4 can't be used: “shape”: it is drawn like “man or boy”"):
        load(OURS, folder(tmp_path, {"people/cousin": mine}))
