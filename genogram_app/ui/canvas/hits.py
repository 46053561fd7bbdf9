"""What a finger means: the topmost thing under it, or a line near enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from genogram_app.drawing.primitives import Node, Outline
from genogram_app.model.ids import Id
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.paint import path_of

#: Roles that stand for somebody or something with a place of its own.
FIGURES = frozenset({"person", "agency"})
#: Keys of what stands round the family; none of it is a record that can be selected.
RECORDS = frozenset({"person", "agency", "union", "descent", "bond", "tie", "ring"})


def id_of(key: str) -> Id | None:
    """Give the id of the record that a node shows; None for the furniture of the sheet."""
    role, _, record = key.partition(":")
    return record if role in RECORDS and record else None


def under(nodes: Sequence[Node], point: QPointF, reach: float) -> Node | None:
    """Give the node that is meant at a point; `nodes` in painting order, reach in points.

    Figures come before the lines and rings that pass them, the topmost first.
    """
    near = [node for node in reversed(nodes) if id_of(node.key) and _near(node, point, reach)]
    solid = (node for node in near if not node.hollow and _body(node.hit).contains(point))
    touching = (node for node in near if node.hit and _band(node.hit, _half(reach, node)).contains(point))
    return next(solid, None) or next(touching, None)


def inside(nodes: Iterable[Node], area: QRectF) -> list[Id]:
    """Give the people and services whose middle lies in an area, in painting order."""
    found = (n for n in nodes if n.role in FIGURES and area.contains(rect_of(n.bounds).center()))
    return [record for node in found if (record := id_of(node.key))]


def _near(node: Node, point: QPointF, reach: float) -> bool:
    box, air, x, y = node.bounds, reach + 6, point.x(), point.y()
    return box.left - air <= x <= box.right + air and box.top - air <= y <= box.bottom + air


def _half(reach: float, node: Node) -> float:
    """Give how near the edge counts: a figure's edge is its own, a ring's and a line's has some air."""
    return reach if node.hollow else reach / 2


@lru_cache(maxsize=4096)
def _body(outline: Outline) -> QPainterPath:
    return path_of(outline)


@lru_cache(maxsize=2048)
def _band(outline: Outline, reach: float) -> QPainterPath:
    """Give the area within reach of an outline's edge."""
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * reach)
    return stroker.createStroke(path_of(outline))
