from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from genogram_app.drawing.primitives import Box, Node, Path, texts_in
from genogram_app.drawing.shapes import rect
from genogram_app.errors import GlyphError
from genogram_app.export.document import Placed, Sheet
from genogram_app.export.flow import sheets
from genogram_app.export.pdf import write_pdf
from genogram_app.export.png import rasterised, write_png
from genogram_app.export.svg import write_svg
from genogram_app.text.line import line
from tests.drawings import HALO, META, bare, family, sheet_of, wire


def words(pdf: bytes, page: int = 0) -> str:
    """Give the text that a reader finds on a page."""
    found: str = pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_bounded()
    return unicodedata.normalize("NFC", found)


def operators(pdf: bytes, page: int = 0) -> bytes:
    """Give a page's operators."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.pages[page].Contents.read_bytes()


def test_each_name_is_found_once_halo_and_all() -> None:
    found = words(write_pdf([sheet_of(family())], META))
    for name in ("Lisa Owen", "Siân Ŵyn", "Łukasz Żak", "Nguyễn Thị Hương"):
        assert found.count(name) == 1


@pytest.mark.parametrize(
    "name", ["محمد", "שרה", "রহিমা", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "ሃና", "Ngozi Ṣọlá\u0301", "علی", "ประยุทธ์"]
)
def test_letters_drawn_as_shapes_are_found_too(name: str) -> None:
    text = line(name, 100, 50, 12, anchor="middle", halo=HALO)
    assert unicodedata.normalize("NFC", name) in words(write_pdf([sheet_of(bare(text))], META))


def test_a_line_of_two_directions_is_found_word_by_word() -> None:
    found = words(write_pdf([sheet_of(bare(line("Ali محمد (b. 1975)", 10, 50, 12)))], META))
    assert all(word in found for word in ("Ali", "محمد", "1975"))


def test_unseen_letters_lie_over_their_shapes() -> None:
    text = line("محمد", 20, 50, 12)
    page = pypdfium2.PdfDocument(write_pdf([sheet_of(bare(text))], META))[0].get_textpage()
    boxes = [page.get_charbox(i, loose=True) for i in range(page.count_chars())]
    assert min(box[0] for box in boxes) == pytest.approx(20, abs=0.5)
    assert max(box[2] for box in boxes) == pytest.approx(20 + text.width, abs=0.5)


def test_all_fonts_are_embedded_and_cut_to_what_is_used() -> None:
    with pikepdf.open(io.BytesIO(write_pdf([sheet_of(family())], META))) as pdf:
        fonts = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/BaseFont" in obj]
        assert fonts
        for font in fonts:
            assert re.fullmatch(r"/[A-Z]{6}\+Noto.*", str(font.BaseFont))
            assert len(font.FontDescriptor.FontFile2.read_bytes()) < 40_000
            assert "/ToUnicode" in font


def test_the_same_pages_give_the_same_bytes() -> None:
    assert write_pdf([sheet_of(family())], META) == write_pdf([sheet_of(family())], META)


def test_another_drawing_has_another_file_id() -> None:
    with (
        pikepdf.open(io.BytesIO(write_pdf([sheet_of(bare(wire(20)))], META))) as one,
        pikepdf.open(io.BytesIO(write_pdf([sheet_of(bare(wire(21)))], META))) as other,
    ):
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


@pytest.mark.parametrize(
    ("created", "stamp"),
    [
        (datetime(2025, 3, 4, 10, 30, tzinfo=UTC), "D:20250304103000+00'00'"),
        (datetime(2025, 7, 4, 10, 30, tzinfo=timezone(timedelta(hours=1))), "D:20250704103000+01'00'"),
        (datetime(2025, 3, 4, 10, 30), "D:20250304103000"),
    ],
)
def test_the_file_bears_the_date_that_was_passed_in_and_no_other(created: datetime, stamp: str) -> None:
    data = write_pdf([sheet_of(bare(wire(20)))], replace(META, created=created))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == stamp
        whole = b"".join(obj.read_bytes() for obj in pdf.objects if isinstance(obj, pikepdf.Stream))
    assert f">{created.isoformat()}</xmp:CreateDate>".encode() in whole
    years = set(re.findall(rb"\b20\d\d-\d\d-\d\d", data + whole))
    assert years == {created.date().isoformat().encode()}


def test_the_file_says_its_title_language_and_structure() -> None:
    with pikepdf.open(io.BytesIO(write_pdf([sheet_of(family())], META))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "R1234"
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert sorted(map(str, pdf.docinfo.keys())) == ["/Author", "/CreationDate", "/ModDate", "/Title"]


def test_reading_order_is_the_drawings_not_that_of_painting() -> None:
    with pikepdf.open(io.BytesIO(write_pdf([sheet_of(family())], META))) as pdf:
        (document,) = [pdf.Root.StructTreeRoot.K]
        said = [str(element.Alt) for element in document.K]
    assert said == [node.says for node in family().nodes]


def test_every_mark_on_a_page_is_tagged_once() -> None:
    data = write_pdf([sheet_of(family())], META)
    numbers = [int(n) for n in re.findall(rb"/MCID (\d+)", operators(data))]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _, parents = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert sorted(numbers) == list(range(len(parents)))
        for number, parent in enumerate(parents):
            assert any(number == kid.MCID for kid in parent.K)


def test_low_nodes_are_painted_first() -> None:
    def box(key: str, paint: str, depth: int) -> Node:
        area = Box(10, 10, 90, 90)
        return Node(key, "x", key, (Path(rect(area), fill=paint),), area, depth)

    drawing = replace(bare(), nodes=(box("above", "#FF0000", 5), box("below", "#00FF00", -5)))
    picture = Image.open(io.BytesIO(write_png([sheet_of(drawing)], META, 72)))
    assert picture.getpixel((50, 50)) == (255, 0, 0)


def test_only_the_part_asked_for_is_on_the_page() -> None:
    near = Node("a", "x", "Near", (line("Near", 20, 20, 9),), Box(20, 10, 45, 22))
    far = Node("b", "x", "Far", (line("Far", 150, 20, 9),), Box(150, 10, 170, 22))
    drawing = replace(bare(), nodes=(near, far))
    tile = Sheet(100, 100, (Placed(drawing, 10, 10, 1.0, Box(0, 0, 100, 100)),))
    data = write_pdf([tile], META)
    assert "Near" in words(data)
    assert "Far" not in words(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert b"Far" not in b"".join(o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream))


def test_a_part_is_cut_moved_and_enlarged() -> None:
    drawing = bare(Path(rect(Box(50, 50, 150, 150)), fill="#000000"))
    tile = Sheet(100, 100, (Placed(drawing, 20, 30, 2.0, Box(45, 40, 65, 65)),))
    picture = Image.open(io.BytesIO(write_png([tile], META, 72))).convert("L")
    dark = picture.point(lambda level: 255 * (level < 128)).getbbox()
    assert dark == (30, 50, 60, 80)


def test_a_thing_on_two_pages_is_one_thing() -> None:
    drawing = bare(wire(20))
    node = replace(drawing.nodes[0], says="A line", role="bond")
    whole = replace(drawing, nodes=(node,))
    tiles = [Sheet(100, 100, (Placed(whole, 0, 0, 1, Box(x, 0, x + 100, 100)),)) for x in (0, 100)]
    with pikepdf.open(io.BytesIO(write_pdf(tiles, META))) as pdf:
        (figure,) = pdf.Root.StructTreeRoot.K.K
        assert [part.Pg.objgen for part in figure.K] == [page.objgen for page in pdf.pages]


def test_pages_are_numbered_when_words_for_it_are_given() -> None:
    data = write_pdf([sheet_of(family())] * 2, replace(META, numbering="Page {page} of {pages}"))
    assert [re.search(r"Page \d of \d", words(data, i)) is not None for i in (0, 1)] == [True, True]
    assert "Page 2 of 2" in words(data, 1)


def test_a_number_stands_within_the_margin_and_over_no_words() -> None:
    feet = {
        "empty": bare(),
        "at the right": bare(line("Family copy, with care", 540.0, 813.0, 8.0)),
        "across": bare(line("Whose it is " * 9, 30.0, 813.0, 8.0), line("Family copy", 540.0, 813.0, 8.0)),
    }
    for foot in feet.values():
        page = Sheet(595.0, 842.0, (Placed(replace(foot, bounds=Box(0, 0, 595, 842))),))
        (sheet,) = sheets([page], "Page {page} of {pages}")
        (number,) = texts_in(sheet.placed[-1].drawing.nodes[0].marks)
        assert number.left >= 26
        assert number.left + number.width <= 595 - 26
        assert number.y + 0.3 * number.size <= 842 - 26
        for node in foot.nodes:
            for text in texts_in(node.marks):
                apart = number.left + number.width < text.left or text.left + text.width < number.left
                assert apart or abs(text.y - number.y) >= number.size


def test_letters_that_no_font_has_are_refused_by_name() -> None:
    drawing = bare(line("Lisa 𓀀 Owen", 10, 50, 9))
    for write in (lambda: write_pdf([sheet_of(drawing)], META), lambda: write_svg(drawing)):
        with pytest.raises(GlyphError, match="Lisa 𓀀 Owen"):
            write()


def test_a_pdf_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a page"):
        write_pdf([], META)


def test_a_picture_has_the_size_and_resolution_asked_for() -> None:
    picture = Image.open(io.BytesIO(write_png([sheet_of(family())], META, 150)))
    assert picture.size == (834, 459)
    assert picture.info["dpi"] == pytest.approx((150, 150), abs=0.1)
    with pytest.raises(IndexError):
        rasterised(write_pdf([sheet_of(family())], META), 72, 1)
