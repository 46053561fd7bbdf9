"""Paint a page as a PNG: the PDF itself, rasterised."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from genogram_app.export.document import DocumentMeta, Page
from genogram_app.export.pdf import write_pdf

if TYPE_CHECKING:
    from PIL.Image import Image

#: A PDF's own resolution.
POINTS_PER_INCH = 72


def write_png(pages: Sequence[Page], meta: DocumentMeta, dpi: float = 150, page: int = 0) -> bytes:
    """Paint one of the pages, counted from 0, as a picture of that many dots an inch."""
    return rasterised(write_pdf(pages, meta), dpi, page)


def rasterised(pdf: bytes, dpi: float = 150, page: int = 0) -> bytes:
    """Turn one page of a PDF into a PNG. Raises IndexError if there is no such page."""
    out = io.BytesIO()
    picture_of(pdf, dpi, page).convert("RGB").save(out, "PNG", dpi=(dpi, dpi), optimize=False)
    return out.getvalue()


def picture_of(pdf: bytes, dpi: float, page: int = 0) -> Image:
    """Turn one page of a PDF into a picture. Raises IndexError if there is no such page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 <= page < len(document):
            raise IndexError(page)
        drawn: Image = document[page].render(scale=dpi / POINTS_PER_INCH).to_pil()
        return drawn
    finally:
        document.close()
