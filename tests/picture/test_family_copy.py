"""A family copy: nothing that isn't shared is in any byte of it, in any form."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest

from genogram_app.family.case import to_document
from genogram_app.model.base import Value
from genogram_app.studio import publish
from genogram_app.studio.publish import Copy
from tests.picture.sheets import publication, sample

#: So short a word may stand in a file by chance.
SHORT = 5


def words_in(value: Any) -> Iterator[str]:
    """Go through every text in a record or in anything within it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from words_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from words_in(item)


@cache
def secrets() -> frozenset[str]:
    """Give every text of the practice family that no family copy may hold."""
    everything = set(words_in(to_document(sample("practice"))))
    allowed = set(words_in(to_document(publication("practice", copy="family").sheet.case)))
    said = everything - allowed
    return frozenset(text for text in said if len(text) > SHORT and not _plain(text))


def _plain(text: str) -> bool:
    """Say whether a text is no more than the program's own word, as a kind of line or a date is."""
    return text.isidentifier() or text[:4].isdigit()


def test_there_are_secrets_to_find() -> None:
    found = secrets()
    for text in (
        "I hide when I hear his car.",
        "alcohol is a worry for mum",
        "Alcohol service",
        "police log",
    ):
        assert text in found
    assert "Hannah Lowe" not in found


def test_the_case_file_copy_holds_secrets() -> None:
    text = plain_text(publish._pdf(publication("practice", copy="case-file")))
    assert sum(secret in text for secret in secrets()) > 5


def plain_text(pdf: bytes) -> str:
    """Give the words of a PDF, its description and every word for screen readers, without line breaks."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(pages).split()) + " ".join(_strings(pdf))


def _strings(pdf: bytes) -> Iterator[str]:
    """Go through every string object of a PDF, streams decompressed."""
    with pikepdf.open(io.BytesIO(pdf)) as book:
        for thing in book.objects:
            yield from _within(thing)


def _within(thing: Any, depth: int = 0) -> Iterator[str]:
    if depth > 8:
        return
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Stream):
        yield thing.read_bytes().decode("latin-1")
    elif isinstance(thing, pikepdf.Dictionary):
        for key in sorted(thing.keys()):
            if key not in ("/Parent", "/P", "/Pg") and not getattr(thing[key], "is_indirect", False):
                yield from _within(thing[key], depth + 1)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not getattr(item, "is_indirect", False):
                yield from _within(item, depth + 1)


def chunks(png: bytes) -> Iterator[bytes]:
    """Go through everything in a PNG that isn't the picture itself."""
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind != b"IDAT":
            yield kind + body
            if kind in (b"zTXt", b"iTXt"):
                yield zlib.decompressobj().decompress(body[body.find(b"\x00") + 2 :])
        at += 12 + length


@pytest.mark.parametrize("view", ["genogram", "ecomap", "combined"])
def test_no_secret_is_in_the_pdf(view: Any) -> None:
    pdf = publish._pdf(publication("practice", view, "family"))
    text = plain_text(pdf)
    assert [secret for secret in secrets() if secret in text] == []
    assert [
        secret for secret in secrets() if secret.encode() in pdf or secret.encode("utf-16-be") in pdf
    ] == []


@pytest.mark.parametrize("view", ["genogram", "ecomap", "combined"])
def test_no_secret_and_no_id_is_in_the_svg(view: Any) -> None:
    svg = publish._svg(publication("practice", view, "family")).decode()
    assert [secret for secret in secrets() if secret in svg] == []
    assert [record.id for record in sample("practice").family.records() if record.id in svg] == []


def test_no_secret_is_in_what_a_png_says_of_itself() -> None:
    pngs = publish._pngs(publication("practice", copy="family"))
    said = b"".join(chunk for png in pngs for chunk in chunks(png))
    assert [secret for secret in secrets() if secret.encode() in said] == []


@pytest.mark.parametrize("copy", ["case-file", "family"])
def test_harm_is_drawn_in_the_case_file_copy_alone(copy: Copy) -> None:
    labels = " ".join(node.says for node in publication("practice", copy=copy).sheet.drawing.nodes)
    assert ("is afraid of" in labels) == (copy == "case-file")
    assert ("is violent to" in labels) == (copy == "case-file")


def test_no_line_in_a_family_copy_leads_to_nobody() -> None:
    case = publication("practice", copy="family").sheet.case
    assert "p_jays_half" not in case.family
    assert all(end in case.family for edge in to_document(case).bonds for end in edge.ends)
