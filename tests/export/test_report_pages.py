from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from genogram_app.drawing.primitives import Box, Drawing, Node, Text, texts_in
from genogram_app.drawing.report import Block, Bullets, Heading, Paragraph, Quote, Report, Table
from genogram_app.export.document import Placed, ReportSheets, Sheet
from genogram_app.export.flow import flow, sheets
from genogram_app.export.pdf import write_pdf
from genogram_app.text.line import line
from tests.drawings import META

LONG = "She stays with her gran on most weekends and says she likes it there. " * 12
TRAPS = ("<b>x", '<img src="file:///etc/passwd">', "&amp;", "</para>", "O'Neil & Sons <Ltd>", "محمد")


def pages_of(*blocks: Block, **more: object) -> tuple[Sheet, ...]:
    return flow(ReportSheets(Report("In words", blocks), **more))  # type: ignore[arg-type]


def texts(sheet: Sheet) -> list[Text]:
    return [text for placed in sheet.placed for text in placed.drawing.texts()]


@pytest.mark.parametrize("trap", TRAPS)
def test_names_are_never_markup(trap: str) -> None:
    blocks = (
        Heading(trap),
        Paragraph(trap),
        Bullets((trap,)),
        Quote(trap, trap),
        Table((trap,), ((trap,),)),
    )
    data = write_pdf([ReportSheets(Report(trap, blocks))], META)
    found = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert found.count(trap) == 7


def test_nothing_runs_over_the_margins() -> None:
    rows = tuple((f"Person {i}", "about 1990", LONG[: 20 * i]) for i in range(1, 40))
    blocks = (Heading("People", 1), Paragraph(LONG), Table(("Name", "Born", "Lives"), rows, (2, 1, 3)))
    report = ReportSheets(Report("", blocks), margins=(50, 60, 70, 80))
    for sheet in flow(report):
        for text in texts(sheet):
            assert text.left >= 50
            assert text.left + text.width <= sheet.width - 70
            assert text.y - text.size >= 60 - 1
            assert text.y <= sheet.height - 80


def test_every_word_is_there_once_and_in_order() -> None:
    blocks = tuple(Paragraph(f"number{i} " + LONG) for i in range(30))
    said = " ".join(t.content for sheet in pages_of(*blocks) for t in texts(sheet)).split()
    assert said == " ".join(block.text for block in blocks).split()


def test_lines_never_lie_on_each_other() -> None:
    table = Table(("A", "B"), tuple((LONG[: i * 9], "x") for i in range(20)))
    for sheet in pages_of(Heading("One"), Paragraph(LONG), table, Quote(LONG, "Jay, 11")):
        rows = sorted({round(text.y, 2) for text in texts(sheet)})
        assert all(below - above > 8 for above, below in pairwise(rows))


@pytest.mark.parametrize("before", range(40, 56))
def test_a_heading_is_never_left_alone_at_the_foot(before: int) -> None:
    lines = tuple(Paragraph(f"line {i}") for i in range(before))
    for sheet in pages_of(*lines, Heading("Last words"), Paragraph("after")):
        said = [text.content for text in texts(sheet)]
        assert ("Last words" in said) == ("after" in said)


@pytest.mark.parametrize("before", range(36, 56))
def test_what_is_signed_is_on_the_page_of_its_signature(before: int) -> None:
    lines = tuple(Paragraph(f"line {i}") for i in range(before))
    signed = Paragraph("as far as I know", with_next=True)
    for sheet in pages_of(*lines, Heading("Signed off"), signed, Table(("Signature",), (("Hannah",),))):
        said = {text.content for text in texts(sheet)}
        assert len(said & {"Signed off", "as far as I know", "Signature", "Hannah"}) in (0, 4)


@pytest.mark.parametrize("before", range(40, 56))
def test_a_paragraph_never_leaves_one_line_alone(before: int) -> None:
    lines = tuple(Paragraph(f"line {i}") for i in range(before))
    counts = [
        sum(not text.content.startswith("line") for text in texts(sheet))
        for sheet in pages_of(*lines, Paragraph(LONG))
    ]
    assert 1 not in counts


def test_a_tables_head_is_repeated_but_read_once() -> None:
    table = Table(("Name", "Born"), tuple((f"Person {i}", "?") for i in range(90)))
    pages = pages_of(table)
    assert len(pages) > 1
    for sheet in pages:
        assert texts(sheet)[0].content == "Name"
    heads = [n for s in pages for n in s.placed[0].drawing.nodes if n.role == "head-cell"]
    assert len(heads) == 2


def test_a_cell_longer_than_a_page_goes_on_on_the_next() -> None:
    pages = pages_of(Table(("Note",), ((LONG * 12,),)))
    assert len(pages) > 1
    said = " ".join(t.content for sheet in pages for t in texts(sheet) if t.content != "Note").split()
    assert said == (LONG * 12).split()


def test_an_empty_report_is_one_page() -> None:
    assert len(pages_of()) == 1


def test_furniture_stands_on_every_page_and_isnt_read() -> None:
    copy = Node("copy", "note", "Family copy", (line("Family copy", 20, 20, 9),), Box(20, 10, 90, 22))
    furniture = (Placed(Drawing(Box(0, 0, 595, 30), (copy,))),)
    report = ReportSheets(Report("", (Paragraph(LONG * 9),)), furniture=furniture)
    pages = sheets([report], "{page}/{pages}")
    assert len(pages) == 2
    assert all("Family copy" in [t.content for t in texts(sheet)] for sheet in pages)
    assert [texts(sheet)[-1].content for sheet in pages] == ["1/2", "2/2"]
    with pikepdf.open(io.BytesIO(write_pdf([report], META))) as pdf:
        assert [str(kid.S) for kid in pdf.Root.StructTreeRoot.K.K] == ["/Sect"]


def test_the_structure_is_that_of_the_report() -> None:
    table = Table(("Name", "Born"), (("Jay", "2014"),))
    one = Report("", (Heading("All", 1), Paragraph("x"), Bullets(("a", "b")), table, Quote("I like it")))
    data = write_pdf([ReportSheets(one), ReportSheets(Report("", (Heading("More"),)))], META)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert outline(pdf.Root.StructTreeRoot.K) == [
            "Document",
            [
                ["Sect", [["H1", []], ["P", []], L, TABLE, ["BlockQuote", []]]],
                ["Sect", [["H2", []]]],
            ],
        ]


L = ["L", [["LI", [["LBody", []]]], ["LI", [["LBody", []]]]]]
TABLE = ["Table", [["TR", [["TH", []], ["TH", []]]], ["TR", [["TD", []], ["TD", []]]]]]


def outline(element: pikepdf.Object) -> list[object]:
    """Give the kinds of an element and of all below it."""
    kids = [kid for kid in element.K if "/S" in kid]
    return [str(element.S)[1:], [outline(kid) for kid in kids]]


def test_small_print_is_never_under_8_points() -> None:
    (sheet,) = pages_of(Paragraph("source: school", "quiet"), Quote("Yes", "Jay"))
    assert all(
        text.size >= 8 for placed in sheet.placed for n in placed.drawing.nodes for text in texts_in(n.marks)
    )
