"""The seal of a finished file: it is found again, any change breaks it, and every program opens the file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from uuid import UUID
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image

from genogram_app.export.pdf import write_pdf
from genogram_app.export.png import rasterised
from genogram_app.export.seal import is_sealed, sealed
from genogram_app.export.svg import write_svg
from tests.drawings import META, family, sheet_of

ONE, OTHER = str(UUID(int=1)), str(UUID(int=2))
PDF = write_pdf([sheet_of(family())], META)
FORMS: Mapping[str, bytes] = {"pdf": PDF, "svg": write_svg(family()).encode(), "png": rasterised(PDF, 72)}
each_form = pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)


@each_form
def test_a_sealed_file_is_known_again_by_its_identity_alone(data: bytes) -> None:
    assert is_sealed(sealed(data, ONE), ONE)
    assert not is_sealed(sealed(data, ONE), OTHER)
    assert not is_sealed(data, ONE)
    assert sealed(data, ONE) == sealed(data, ONE)


@each_form
def test_any_byte_that_changes_breaks_the_seal(data: bytes) -> None:
    good = sealed(data, ONE)
    step = max(1, len(good) // 300)
    for at in (*range(0, len(good), step), *range(len(good) - 200, len(good))):
        changed = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        assert not is_sealed(changed, ONE), at
    assert not is_sealed(good + b"\n% a note that somebody made", ONE)
    assert not is_sealed(good[:-1], ONE)
    assert not is_sealed(sealed(good, ONE), ONE)


@pytest.mark.parametrize("data", [b"", b"a letter", b"%PDF", b"\x89PNG", b"\xff\xfe\x00"])
def test_what_is_no_copy_at_all_has_no_seal(data: bytes) -> None:
    assert not is_sealed(data, ONE)


def test_a_sealed_pdf_is_whole() -> None:
    with pikepdf.open(io.BytesIO(sealed(PDF, ONE))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.docinfo["/Title"] == META.title


def test_notes_that_a_reader_of_pdfs_adds_break_the_seal() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sealed(PDF, ONE))) as pdf:
        pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array())
        pdf.save(out)
    assert not is_sealed(out.getvalue(), ONE)


def test_a_sealed_svg_is_whole() -> None:
    root = ElementTree.fromstring(sealed(FORMS["svg"], ONE))
    assert root[-1].tag.endswith("metadata")


def test_a_sealed_png_shows_the_same() -> None:
    with (
        Image.open(io.BytesIO(sealed(FORMS["png"], ONE))) as one,
        Image.open(io.BytesIO(FORMS["png"])) as plain,
    ):
        one.load()
        assert one.tobytes() == plain.tobytes()
