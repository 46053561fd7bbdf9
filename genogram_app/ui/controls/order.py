"""The order in which Tab goes through a page: as it is read, also where rows come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def put_in_order(page: QWidget) -> None:
    """Let Tab go through a page in the order of its layouts."""
    layout = page.layout()
    for one, other in pairwise(_stops(layout) if layout is not None else ()):
        QWidget.setTabOrder(one, other)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if inner is not None:
            yield from _stops(inner)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            page = widget.widget() if isinstance(widget, QScrollArea) else widget
            if page is not None and (within := page.layout()) is not None:
                yield from _stops(within)
