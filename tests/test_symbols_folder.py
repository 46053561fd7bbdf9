"""Every card in `symbols/` can be drawn, said and traced, and no code knows one by name."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtGui import QImage, QPainter

from genogram_app import places
from genogram_app.catalog import Catalog, load, load_theme
from genogram_app.catalog.cards import AgencyCard, Card, LegalCard, LineCard, RingCard, ThemeCard
from genogram_app.catalog.template import Template, dressed
from genogram_app.drawing.primitives import Box, Drawing, Node, Text
from genogram_app.drawing.primitives import Path as Stroked
from genogram_app.drawing.strands import lay
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.pdf import write_pdf
from genogram_app.export.png import rasterised
from genogram_app.export.svg import write_svg
from genogram_app.model.agency import Involvement
from genogram_app.picture.pen import Pen, extent_of
from genogram_app.picture.swatches import swatches
from genogram_app.picture.symbols_sheet import symbols_sheet
from genogram_app.text.line import missing
from genogram_app.ui.paint import paint
from genogram_app.words import words_in
from tests.catalog.given import folder

CODE = Path(__file__).parents[1] / "genogram_app"
CARDS = [card for cards in load().groups.values() for card in cards.values()]
DRAWN = [card for card in CARDS if not isinstance(card, LegalCard | ThemeCard)]
DAY = datetime(2026, 11, 22)


def _name(card: Card) -> str:
    return f"{card.group}/{card.id}"


def _templates(card: Card) -> Iterator[str]:
    """Go through everything of a card that is said."""
    yield from (card.label, card.term, card.says, card.heading)
    if isinstance(card, LineCard):
        yield from (card.forth, card.both, card.tag, card.abbreviation)
    if isinstance(card, AgencyCard):
        yield from (*card.jobs, card.telephone)
    if isinstance(card, ThemeCard):
        yield from (card.lived_through, card.caused, card.own_need)


def _slots(template: str) -> set[str]:
    return {slot for _, slot, _, _ in string.Formatter().parse(template) if slot is not None}


@pytest.mark.parametrize("card", CARDS, ids=_name)
def test_a_card_has_its_words_and_its_source(card: Card) -> None:
    assert card.label
    assert card.says
    assert card.source
    assert card.heading
    for template in _templates(card):
        assert _slots(template) <= {"a", "b"}
        assert not missing(template)
        assert "'" not in template, "words are set with a curly apostrophe"


@pytest.mark.parametrize("card", [c for c in CARDS if isinstance(c, LineCard)], ids=_name)
def test_a_line_says_both_of_its_ends(card: LineCard) -> None:
    for template in (card.says, card.forth, card.both):
        assert not template or _slots(template) == {"a", "b"}
    assert (card.directed == "none") == (not card.forth)


@pytest.mark.parametrize("card", [c for c in CARDS if isinstance(c, LineCard)], ids=_name)
def test_a_line_can_be_laid_short_long_and_bent(card: LineCard) -> None:
    paints = load_theme().paints
    for route in [((0, 0), (20, 0)), ((0, 0), (500, 40)), ((0, 0), (0, 60), (80, 60), (80, 90))]:
        assert lay(card.drawn(forth=bool(card.arrow), ended=bool(card.slash)), route, paints)


def test_a_ring_keeps_off_names() -> None:
    assert all(card.gap > 5 for card in CARDS if isinstance(card, RingCard))


def _drawing(card: Card) -> Drawing:
    page = Box(-70, -40, 70, 40)
    pen = Pen(load_theme(), words_in())
    marks = tuple(mark for swatch in swatches(pen, load(), card) for mark in swatch.marks)
    return Drawing(page, (Node("symbol", "figure", card.label, marks, page),))


#: Pixels to a point, and how far two painters' ink may differ: 0.039 is the most that was measured,
#: for each smooths edges in its own way; what a painter leaves out is more.
FINE, SAME = 4, 0.05


@pytest.mark.parametrize("card", DRAWN, ids=_name)
@pytest.mark.usefixtures("qapp")
def test_a_card_leaves_the_same_ink_in_every_painter(card: Card) -> None:
    drawing = _drawing(card)
    assert "<path" in write_svg(drawing)
    pdf = write_pdf([Sheet(140, 80, (Placed(drawing),))], DocumentMeta("symbol", DAY))
    on_paper = _ink(QImage.fromData(rasterised(pdf, 72 * FINE)))
    on_screen = _ink(_on_screen(drawing))
    assert on_paper > 10 * FINE**2
    assert on_screen == pytest.approx(on_paper, rel=SAME)


def _on_screen(drawing: Drawing) -> QImage:
    image = QImage(140 * FINE, 80 * FINE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(FINE, FINE)
    painter.translate(70, 40)
    paint(painter, drawing)
    painter.end()
    return image


def _ink(image: QImage) -> float:
    """Add up how dark the pixels are: 1 for a black one, 0 for paper."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = bytes(grey.constBits())
    wide = grey.bytesPerLine()
    dark = (255 * grey.width() - sum(rows[y * wide : y * wide + grey.width()]) for y in range(grey.height()))
    return sum(dark) / 255


def test_the_printed_catalogue_shows_every_card_once_and_cuts_none() -> None:
    pages = symbols_sheet(load(), load_theme(), words_in())
    shown = [node.key for page in pages for node in page.nodes if node.role == "symbol"]
    assert len(shown) == len(set(shown))
    assert {":".join(key.split(":")[:2]) for key in shown} == {f"{card.group}:{card.id}" for card in CARDS}
    for page in pages:
        for node in page.nodes:
            assert page.bounds.left <= node.bounds.left
            assert node.bounds.right <= page.bounds.right
            assert node.bounds.bottom <= page.bounds.bottom
        assert min(text.size for text in page.texts()) >= 8


def _said() -> set[str]:
    """Give what stands beside each sample of the printed catalogue."""
    pages = symbols_sheet(load(), load_theme(), words_in())
    return {node.says.split(": ")[0] for page in pages for node in page.nodes if node.role == "symbol"}


def test_the_printed_catalogue_shows_every_state_of_a_home_and_of_a_service() -> None:
    plain, service = load().ring("").label, [card.label for card in load().agencies.values()][-1]
    assert {plain, f"{plain}, part of the time", f"{plain}, ended"} <= _said()
    told = {f"{service}, on the waiting list", f"{service}, offered, declined", f"{service}, ended"}
    assert told <= _said()
    assert len(told) == len(Involvement) - 1


def test_the_printed_catalogue_shows_how_a_line_of_each_kind_ends() -> None:
    for group in (load().descent, load().bonds, load().ties):
        ending = [card for card in group.values() if card.slash]
        assert not ending or any(f"{card.label}, ended" in _said() for card in ending)


def test_the_printed_catalogue_shows_losses_as_a_cross_too() -> None:
    crossed = dressed(load(), Template(losses="cross")).people
    other = [card for card in load().people.values() if crossed[card.id] is not card]
    assert other
    assert {f"{card.label}, as a cross" for card in other} <= _said()


def test_the_printed_catalogue_shows_a_gender_at_birth_and_what_asks_for_a_source() -> None:
    pages = symbols_sheet(load(), load_theme(), words_in())
    assert "; outside, at birth" in " ".join(_said())
    texts = {text.content for page in pages for text in page.texts()}
    assert {"source ?", "child says, where it stands ?"} <= texts


@pytest.mark.parametrize("key", [card.id for card in load().descent.values() if card.care and card.arrow])
def test_the_printed_arrow_of_a_care_line_points_at_whom_its_words_say_is_cared_for(key: str) -> None:
    catalog, pen = load(), Pen(load_theme(), words_in())
    (swatch,) = swatches(pen, catalog, catalog.descent[key])
    head = extent_of(swatch.marks[-1:] if not catalog.descent[key].tag else swatch.marks[-2:-1])
    assert head.centre[0] > 0  # A stands left, where lines begin
    assert swatch.use == catalog.descent[key].sentence(forth=True).format(a="B", b="A")


def test_every_page_of_the_catalogue_begins_with_what_its_first_rows_are() -> None:
    pages = symbols_sheet(load(), load_theme(), words_in())
    first = [page.nodes[0] for page in pages]
    assert first[0].role == "title"
    assert {node.role for node in first[1:]} == {"heading-2"}
    again = [node.says for node in first if node.key.endswith(":again")]
    assert again
    for node in first[1:]:
        group, heading = node.key.split(":")[1:3]
        assert heading in node.says
        begun = any(other.key == f"heading:{group}:{heading}" for page in pages for other in page.nodes)
        assert begun


def test_no_row_of_the_catalogue_stands_alone_on_a_page_with_its_heading_repeated_or_ahead() -> None:
    for page in symbols_sheet(load(), load_theme(), words_in()):
        headings = [number for number, node in enumerate(page.nodes) if node.role == "heading-2"]
        for start, end in pairwise([*headings, len(page.nodes)]):
            again = page.nodes[start].key.endswith(":again")
            last = end == len(page.nodes)
            rows = {node.bounds.bottom for node in page.nodes[start:end] if node.role == "symbol"}
            assert len(rows) > 1 or not again, page.nodes[start].says
            assert len(rows) > 1 or not last or _short(page.nodes[start].key), page.nodes[start].says


def _short(key: str) -> bool:
    """Say whether a section has no more than one row: at most two cards."""
    group, heading = key.split(":")[1:3]
    return len([card for card in load().groups[group].values() if card.heading == heading]) <= 2


def test_what_holds_for_a_whole_section_of_the_catalogue_stands_at_its_end() -> None:
    nodes = [node for page in symbols_sheet(load(), load_theme(), words_in()) for node in page.nodes]
    samples = [node for node in nodes if node.role == "symbol"]
    keys = [(node.key.split(":")[0], node.says.split(": ")[0]) for node in samples]
    bonds = [says for group, says in keys if group == "bonds"]
    harm = next(number for number, says in enumerate(bonds) if says == "nobody has said who says so")
    labels = {card.label: card for card in load().bonds.values()}
    assert labels[bonds[harm - 1]].harm
    assert not labels[bonds[harm + 2]].harm
    people = [says for group, says in keys if group == "people"]
    assert "; outside, at birth" in people[-1]


def test_words_on_a_sample_s_line_lie_off_its_marks_and_no_question_mark_is_alone() -> None:
    for page in symbols_sheet(load(), load_theme(), words_in()):
        for node in page.nodes:
            paths = [mark for mark in node.marks if isinstance(mark, Stroked)]
            for text in (mark for mark in node.marks if isinstance(mark, Text)):
                assert text.content.strip() != "?" or text.halo or text.anchor == "middle", node.says
                if node.key.split(":")[0] in ("descent", "unions", "bonds") and text.anchor == "middle":
                    assert text.y + text.size * 0.25 < extent_of(tuple(paths)).top, node.says


def test_no_sample_of_the_catalogue_reaches_into_the_words_beside_it() -> None:
    for page in symbols_sheet(load(), load_theme(), words_in()):
        for node in page.nodes:
            paths = [mark for mark in node.marks if isinstance(mark, Stroked)]
            if node.role == "symbol" and paths:
                words = [mark for mark in node.marks if isinstance(mark, Text) and mark.anchor == "start"]
                ink = extent_of(tuple(paths))
                for text in words:  # the jobs in a service stand under its plate
                    assert ink.right < text.left or ink.bottom < text.y - text.size * 0.75, node.key


def test_harm_among_other_lines_says_that_it_is_the_case_file_s_alone() -> None:
    said = " ".join(
        node.says for page in symbols_sheet(load(), load_theme(), words_in()) for node in page.nodes
    )
    mixed = [card for card in load().lines if card.harm and card.group != "bonds"]
    assert mixed
    for card in mixed:
        assert f"{card.says.format(a='A', b='B')}. In the case file’s copy alone" in said


def test_shapes_are_all_used() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in places.symbols().glob("*/*.toml"))
    unused = [file.stem for file in places.symbols().glob("shapes/*.svg") if f'"{file.stem}"' not in text]
    assert unused == []


#: Names of cards that are also words for something else: a field of a record, what stands in a symbol.
WORDS = frozenset({"birth"})


def test_no_code_knows_a_card_by_name() -> None:
    ids = {card.id for card in CARDS} - WORDS
    found = [
        f"{file.relative_to(CODE.parent)}:{node.lineno}: {node.value!r}"
        for file in sorted(CODE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in ids
    ]
    assert found == [], "ask the catalogue for a card by its role or another field"


def test_roles_and_facts_are_no_names_of_cards() -> None:
    ids = {card.id for card in CARDS}
    asked = {card.role for card in CARDS} | {getattr(card, "fact", "") for card in CARDS}
    assert not ids & asked


def test_the_readme_names_every_field_that_a_card_here_uses() -> None:
    readme = (places.symbols() / "README.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`\[{0,2}(\w+)\]{0,2}`", readme))
    cards = (tomllib.loads(file.read_text(encoding="utf-8")) for file in places.symbols().glob("*/*.toml"))
    assert {field for card in cards for field in card} - explained == set()


def _headings_in_pdf(catalog: Catalog) -> Counter[str]:
    """Count the headings on the pages of the printed catalogue, each with what it is one of."""
    pages = symbols_sheet(catalog, load_theme(), words_in())
    sheets = [Sheet(page.bounds.width, page.bounds.height, (Placed(page),)) for page in pages]
    document = PdfDocument(write_pdf(sheets, DocumentMeta("symbols", DAY)))
    lines = [line for page in document for line in page.get_textpage().get_text_bounded().splitlines()]
    headings = {card.heading for cards in catalog.groups.values() for card in cards.values()}
    found = Counter(
        line
        for line in (" ".join(line.split()) for line in lines)
        for heading in headings
        if re.fullmatch(rf"{re.escape(heading)}( [A-Z, ]+)?", line)
    )
    document.close()
    return found


def test_each_heading_stands_once_in_the_printed_catalogue() -> None:
    found = _headings_in_pdf(load())
    groups = [{card.heading for card in cards.values()} for cards in load().groups.values()]
    assert found.total() == sum(map(len, groups))
    assert set(found.values()) == {1}


def test_a_heading_of_ones_own_stands_once_too_and_says_of_what_it_is_one(tmp_path: Path) -> None:
    card = 'label = "{}"\nsource = "x"\norder = {}\nheading = "{}"\nsector = "left"\n'
    named = [("stables", 1, "Close"), ("shed", 900, "close"), ("club", 2, "Help"), ("choir", 3, "HELP")]
    own = {f"agencies/own_{name}": card.format(name, order, head) for name, order, head in named}
    found = _headings_in_pdf(load(places.symbols(), folder(tmp_path, own)))
    assert set(found.values()) == {1}
    assert {"Close RELATIONSHIPS", "Close SERVICES", "Help SERVICES"} <= set(found)
