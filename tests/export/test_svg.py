from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from genogram_app.drawing.primitives import Drawing, Group, Path, Stroke
from genogram_app.drawing.shapes import circle
from genogram_app.drawing.strands import Line, LineMark, Strand, lay
from genogram_app.drawing.svgpath import outline_of
from genogram_app.export.svg import num, write_svg
from genogram_app.text.line import line
from genogram_app.text.subset import subset
from tests import goldens
from tests.drawings import ARROW, HALO, INK, PAINTS, bare, family

SVG = "{http://www.w3.org/2000/svg}"
ROUTE = ((10.0, 50.0), (190.0, 50.0))


def laid(*strands: Strand, marks: tuple[LineMark, ...] = ()) -> Drawing:
    return bare(*lay(Line(strands, marks), ROUTE, PAINTS))


DRAWINGS = {
    "letters": bare(
        line("Siân <b> & Ŵyn", 100, 40, 9, face="semibold", paint=INK, anchor="middle", halo=HALO),
        line("b. 1990", 100, 60, 8, face="italic", anchor="end"),
    ),
    "clip": bare(
        Group((Path(circle((60, 50), 30), fill="#EEF4FB"),), outline_of("M40 20h40v60h-40z")),
        Path(circle((60, 50), 30), Stroke(INK, 1.1, (4, 4), "round")),
    ),
    "close": laid(Strand(offset=-1.4), Strand(offset=1.4), marks=(LineMark(ARROW, 1.0),)),
    "stressful": laid(Strand(shape="zigzag", amplitude=4.25, wavelength=8.5)),
    "wave": laid(Strand(shape="wave", amplitude=2.8, wavelength=40)),
    "cut-off": laid(Strand(dash=(3.5, 5)), marks=(LineMark(outline_of("M-2-5V5M2-5V5"), clear=(5, 5)),)),
}


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_golden_drawings(name: str) -> None:
    goldens.check(f"drawing-{name}.svg", write_svg(DRAWINGS[name]))


def test_nodes_are_painted_low_first_and_named_by_role_in_reading_order() -> None:
    root = ElementTree.fromstring(write_svg(family()))
    ids = [group.get("id") for group in root.findall(f"{SVG}g")]
    assert ids[0] == "ring-1"
    assert ids[1:4] == ["bond-1", "bond-2", "bond-3"]
    assert ids[4:] == [f"person-{i}" for i in range(1, 7)]


def test_a_record_key_never_gets_out() -> None:
    nodes = [replace(node, key=f"person:p_secret{i}") for i, node in enumerate(family().nodes)]
    assert "secret" not in write_svg(replace(family(), nodes=tuple(nodes)))


def test_every_word_is_there_and_said() -> None:
    root = ElementTree.fromstring(write_svg(family()))
    words = [text.text for text in root.iter(f"{SVG}text") if text.get("aria-hidden") != "true"]
    assert sorted(words, key=str) == sorted((t.content for t in family().texts()), key=str)
    assert "Siân Ŵyn" in [title.text for title in root.iter(f"{SVG}title")]


def test_the_letters_have_their_measured_width() -> None:
    root = ElementTree.fromstring(write_svg(bare(line("Lisa Owen", 100, 40, 9, anchor="middle"))))
    (text,) = root.iter(f"{SVG}text")
    width, left = float(text.get("textLength", 0)), float(text.get("x", 0))
    assert left + width / 2 == pytest.approx(100, abs=0.02)


def test_control_characters_dont_break_the_file() -> None:
    node = replace(bare().nodes[0], says="a\x00b\x0bc")
    ElementTree.fromstring(write_svg(replace(bare(), nodes=(node,))))


def test_numbers_are_short() -> None:
    assert [num(v) for v in (1.0, 0.5, -0.001, 12.346, 100.0)] == ["1", "0.5", "0", "12.35", "100"]


def test_a_file_carries_the_letters_that_it_uses_and_no_others() -> None:
    import uharfbuzz as hb

    drawing = bare(line("Lisa", 0, 10, 9), line("Ron", 0, 30, 9, face="bold"))
    carried = r"font-weight:(\d+);src:url\(data:font/ttf;base64,([^)]+)\)"
    found = re.findall(carried, write_svg(drawing, with_fonts=True))
    letters = {weight: set(hb.Face(b64decode(data)).unicodes) for weight, data in found}
    assert letters == {"400": set(map(ord, "Lisa")), "700": set(map(ord, "Ron"))}
    assert "data:" not in write_svg(drawing)


def test_a_carried_letter_is_as_wide_as_it_was_measured() -> None:
    import uharfbuzz as hb

    font = hb.Font(hb.Face(subset("regular", "Lisa")))
    buffer = hb.Buffer()
    buffer.add_str("Lisa")
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"kern": False, "liga": False})
    width = sum(place.x_advance for place in buffer.glyph_positions) / font.face.upem
    assert width == pytest.approx(line("Lisa", 0, 0, 1).width, abs=1e-6)
