"""Keep the scene equal to a drawing: only nodes whose value differs are touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtWidgets import QGraphicsScene

from genogram_app.drawing.primitives import Drawing, Node
from genogram_app.ui.canvas.items import NodeItem, PageItem, rect_of
from genogram_app.ui.canvas.look import Look

#: How far apart new items are stacked between others that stay where they are.
_BETWEEN = 2.0**-10
#: How strongly that is painted which is left faint.
_FAINT = 0.13


class Board:
    """The items of one scene, by the key of the node that each paints."""

    def __init__(self, scene: QGraphicsScene, look: Look) -> None:
        self._scene = scene
        self._page = PageItem(look)
        scene.addItem(self._page)
        self.items: dict[str, NodeItem] = {}
        self.nodes: tuple[Node, ...] = ()
        #: Keys of the nodes that the last drawing brought or changed.
        self.changed: tuple[str, ...] = ()
        self._faint: Collection[str] = ()

    def show(self, drawing: Drawing) -> int:
        """Show a drawing. Gives how many nodes had to be touched."""
        self._page.show_page(rect_of(drawing.bounds), drawing.paper)
        self.nodes = tuple(drawing.painted())
        fresh = not self.items
        touched = self._drop({node.key for node in self.nodes})
        self.changed = tuple(node.key for node in self.nodes if self.touch(node))
        self._stack(fresh)
        return touched + len(self.changed)

    def touch(self, node: Node) -> bool:
        """Paint a node's new value, if it is one. Says whether it was."""
        item = self.items.get(node.key)
        if item is None:
            item = self.items[node.key] = NodeItem(node)
            self._scene.addItem(item)
            return True
        if not item.pos().isNull():
            item.setPos(0, 0)
        if item.opacity() != self.strength(node.key):
            item.setOpacity(self.strength(node.key))
        if item.node is node or item.node == node:
            return False
        item.show_node(node)
        return True

    def strength(self, key: str) -> float:
        """Give how strongly a node is painted, 1 but for what is left faint."""
        return _FAINT if key in self._faint else 1.0

    def leave_faint(self, keys: Collection[str]) -> None:
        """Paint some nodes faintly, all others as they are."""
        if keys or self._faint:
            self._faint = keys
            for key, item in self.items.items():
                item.setOpacity(self.strength(key))

    def _drop(self, wanted: Iterable[str]) -> int:
        gone = sorted(self.items.keys() - set(wanted))
        for key in gone:
            self._scene.removeItem(self.items.pop(key))
        return len(gone)

    def _stack(self, fresh: bool) -> None:
        """Stack the items in painting order, leaving those be that are in order already."""
        height = 0.0
        for node in self.nodes:
            item = self.items[node.key]
            if item.zValue() <= height:
                item.setZValue(height + (1.0 if fresh else _BETWEEN))
            height = item.zValue()
