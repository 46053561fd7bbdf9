"""The bundled fonts are all there, are read rightly, and say so in a sentence when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb

from genogram_app.errors import MissingPartError
from genogram_app.text import fonts, shape
from genogram_app.text.runs import is_unseen

FILES = sorted(path.name for path in fonts.folder().glob("*.ttf"))


def _engine(file: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(fonts.folder() / file))))


def test_every_file_is_in_the_manifest_and_every_name_in_it_is_a_file() -> None:
    named = {file for face in fonts.faces() for file in fonts.stack(face)}
    assert named == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_our_own_reader_agrees_with_the_shaping_engine(file: str) -> None:
    ours, engine = fonts.measures(file), _engine(file)
    codes = {near for code in engine.face.unicodes for near in (code - 1, code, code + 1)}
    glyphs = {code: engine.get_nominal_glyph(code) or 0 for code in codes if 0 < code < 0x10000}
    assert {code: ours.segments.glyph(code) for code in glyphs} == glyphs
    assert all(ours.advance(g) == engine.get_glyph_h_advance(g) for g in range(engine.face.glyph_count))
    extents = engine.get_font_extents("ltr")
    assert (ours.em, ours.ascent, ours.descent) == (engine.face.upem, extents.ascender, extents.descender)


def test_whatever_a_font_is_said_to_cover_is_drawn_and_never_as_notdef() -> None:
    """Every character by itself, in the file that would draw it."""
    drawn = 0
    for code in range(0x20, 0xFFFE):
        character = chr(code)
        if is_unseen(character) or (file := fonts.first_with(character, "regular")) is None:
            continue
        buffer = hb.Buffer()
        buffer.add_str(character)
        buffer.guess_segment_properties()
        hb.shape(shape._font(file), buffer)
        assert all(info.codepoint for info in buffer.glyph_infos), f"U+{code:04X} in {file}"
        drawn += 1
    assert drawn > 6000


def test_fonts_come_without_hinting_so_that_screens_and_paper_agree() -> None:
    # A font that may not be changed keeps its hinting: its letters are only ever drawn as outlines.
    for file in (file for file in FILES if not file.startswith("Nanum")):
        assert not {"fpgm", "prep", "cvt "} & {*_engine(file).face.table_tags}, file


def test_the_licence_lies_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE" in (fonts.folder() / "OFL.txt").read_text(encoding="utf-8")


def test_semibold_asks_the_bold_files_of_other_scripts_and_italic_the_upright_ones() -> None:
    assert fonts.first_with("م", "semibold") == fonts.first_with("م", "bold")
    assert fonts.first_with("م", "italic") == fonts.first_with("م", "regular")
    assert fonts.first_with("م", "bold") != fonts.first_with("م", "regular")


def test_a_lost_font_is_told_in_a_sentence() -> None:
    with pytest.raises(MissingPartError, match=r'"Nowhere.ttf" is missing or damaged.*files are safe'):
        fonts.measures("Nowhere.ttf")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x00\x00", b"not a font at all " * 9])
def test_a_damaged_font_is_told_in_a_sentence(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Damaged.ttf").write_bytes(content)
    monkeypatch.setattr(fonts, "folder", lambda: tmp_path)
    with pytest.raises(MissingPartError, match=r'"Damaged.ttf" is missing or damaged'):
        fonts.measures("Damaged.ttf")
