"""What a key that was drawn says, row by row."""

from __future__ import annotations

from itertools import pairwise

from genogram_app.drawing.primitives import Node, texts_in
from genogram_app.picture.key_columns import SECOND


def rows_of(key: Node) -> list[str]:
    """Give the words of a key's rows; those that stand on two lines as one."""
    texts = list(texts_in(key.marks))
    rows = [texts[0].content]
    for one, other in pairwise(texts):
        if one.x == other.x and abs(other.y - one.y - SECOND) < 0.01:
            rows[-1] += f" {other.content}"
        else:
            rows.append(other.content)
    return rows
