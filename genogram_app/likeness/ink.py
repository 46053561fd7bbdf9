"""The ink that marks leave on paper, as a photocopier gives it back.

numpy and Pillow take their time to start, so the room is only asked for where something is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFilter, ImageOps

from genogram_app.drawing.primitives import Box, Drawing, Mark, Node
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.pdf import write_pdf
from genogram_app.export.png import picture_of

DPI, MM = 300, 72 / 25.4
#: A photocopier's blur, in millimetres.
BLUR = 0.12

#: How much of each pixel is ink, 0 to 1.
Ink = NDArray[np.floating[Any]]

_META = DocumentMeta("ink", datetime(2000, 1, 1))


def printed(marks: Sequence[Mark], page: Box) -> Ink:
    """Give the ink of some marks on a page, at 300 dpi, blurred as a photocopier does."""
    drawing = Drawing(page, (Node("marks", "figure", "marks", tuple(marks), page),))
    pdf = write_pdf([Sheet(page.width, page.height, (Placed(drawing),))], _META)
    grey = ImageOps.invert(picture_of(pdf, DPI).convert("L"))
    blurred = grey.filter(ImageFilter.GaussianBlur(BLUR / 25.4 * DPI))
    return np.asarray(blurred, np.float32) / np.float32(255)
