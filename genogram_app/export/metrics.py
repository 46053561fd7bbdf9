"""The bundled fonts, as reportlab knows them."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from genogram_app.text import fonts, runs
from genogram_app.text.measure import one_line


@cache
def font_name(face: str) -> str:
    """Give the name under which a face is registered, registering it the first time."""
    return _registered(fonts.font_file(face).name)


def seen_stretches(content: str, face: str) -> list[tuple[str, str]]:
    """Split a line into stretches of one font (registered name, characters), as seen from left to right.

    Arabic and Hebrew come last letter first: from that, readers of a PDF find
    back the order in which they are read.
    """
    return [
        (
            _registered(run.file or fonts.stack(face)[0]),
            "".join(reversed([*runs.clusters(run.content)])) if run.leftward else run.content,
        )
        for run in runs.runs(one_line(content), face)
    ]


@cache
def _registered(file: str) -> str:
    """Register a font file under its own name."""
    name = file.removesuffix(".ttf")
    pdfmetrics.registerFont(TTFont(name, str(fonts.folder() / file), asciiReadable=False))
    return name
