"""How the page is looked at: how large, which part of it, and keeping still what one looks at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView, QStyle

SMALLEST, LARGEST = 0.05, 8.0
STEP = 1.2
#: Air round the page when all of it is shown, in pixels; less in a window that is lower than this.
AIR = 24
_LITTLE_AIR, _LOW = 8, 400
#: A page is never shown larger than this just to fill a window.
LARGEST_FIT = 2.0
#: How far beyond the page one can go, in window sizes.
_ROOM = 1.0


class Camera:
    """Looks at a scene through a view: scale in pixels per point, and the middle in points.

    `looked` is called whenever the scale may have changed.
    """

    def __init__(self, view: QGraphicsView, looked: Callable[[], None]) -> None:
        self._view, self._looked = view, looked
        self._page = QRectF(0, 0, 1, 1)
        self._scale = 1.0
        self._glide: QVariantAnimation | None = None
        self._end: tuple[float, QPointF] = (1.0, QPointF())
        #: Whether all of the page is to be shown whatever its size; ended by zooming or panning.
        self.fitted = True
        #: An area of the page that is kept in sight whatever the window's size, if one is.
        self.near_to: QRectF | None = None
        self._nearest = (0.0, LARGEST_FIT)
        self._least_air = 0
        #: While it is, the view scrolls several times and nothing over the page need follow.
        self.on_its_way = False

    @property
    def scale(self) -> float:
        """Give how many pixels a point takes."""
        return self._scale

    @property
    def middle(self) -> QPointF:
        """Give the point of the page in the middle of the window."""
        return self.to_page(self._centre())

    def set_page(self, page: QRectF) -> None:
        """Say where the page lies."""
        self._page = page
        self._make_room()

    def leave_air(self, pixels: int) -> None:
        """Leave so much round the page wherever all of it is shown, for what stands there."""
        self._least_air = pixels
        self.refit()

    def look(self, scale: float, middle: QPointF) -> None:
        """Look at a point from near or afar."""
        self._scale = min(max(scale, SMALLEST), LARGEST)
        self.on_its_way = True
        self._view.setTransform(QTransform.fromScale(self._scale, self._scale))
        self._make_room()
        self._centre_on(middle)
        self.on_its_way = False
        self._looked()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go further off; what lies under `at` (in pixels of the viewport) stays there."""
        self.stop()
        self.look_freely()
        place = at if at is not None else self._centre()
        point = self.to_page(place)
        self._look_with(point, place, self._scale * factor)

    def pan(self, dx: float, dy: float) -> None:
        """Shift the page by some pixels."""
        self.stop()
        self.look_freely()
        self._shift(dx, dy)

    def fit(self, *, gliding: bool = False) -> None:
        """Show all of the page."""
        self.stop()
        scale, middle = self.fitting()
        if gliding:
            self._glide_to(scale, middle)
        else:
            self.look(scale, middle)
        self.fitted, self.near_to = True, None

    def refit(self) -> None:
        """Show again what was all in sight before the window had another size: the page, or an area of it."""
        if self.fitted:
            self.fit()
        elif self.near_to is not None:
            margin, largest = self._nearest
            self.near(self.near_to, margin=margin, largest=largest, gliding=False)

    def look_freely(self) -> None:
        """Keep nothing in sight by itself from now on: whoever looks goes their own way."""
        self.fitted, self.near_to = False, None

    def fitting(self) -> tuple[float, QPointF]:
        """Give the scale and the middle at which all of the page is shown."""
        port = self._view.viewport().rect()
        air = max(AIR if port.height() >= _LOW else _LITTLE_AIR, self._least_air)
        room = port.adjusted(air, air, -air, -air)
        across = max(room.width(), 50) / max(self._page.width(), 1)
        down = max(room.height(), 50) / max(self._page.height(), 1)
        return min(across, down, LARGEST_FIT), self._page.center()

    def show(self, area: QRectF, *, margin: float = 40) -> None:
        """Bring an area into sight by panning as little as need be.

        A view that isn't on the screen yet has no size to go by: all of the page will be in sight there.
        """
        if not self._view.isVisible():
            return
        port = QRectF(self._view.viewport().rect()).adjusted(margin, margin, -margin, -margin)
        seen = self.to_window(area)
        dx = _into(seen.left(), seen.right(), port.left(), port.right())
        dy = _into(seen.top(), seen.bottom(), port.top(), port.bottom())
        if dx or dy:
            self.look_freely()
            self.stop()
            middle = self.middle
            self._glide_to(self._scale, QPointF(middle.x() - dx / self._scale, middle.y() - dy / self._scale))

    def near(
        self, area: QRectF, *, margin: float = 40, largest: float = LARGEST_FIT, gliding: bool = True
    ) -> None:
        """Show all of an area as large as it goes. largest: in pixels per point."""
        self.stop()
        self.fitted, self.near_to, self._nearest = False, area, (margin, largest)
        go = self._glide_to if gliding else self.look
        go(self.nearness(area, margin=margin, largest=largest), area.center())

    def nearness(self, area: QRectF, *, margin: float, largest: float) -> float:
        """Give the scale at which all of an area is shown as large as it goes."""
        port = QRectF(self._view.viewport().rect()).adjusted(margin, margin, -margin, -margin)
        across = max(port.width(), 50) / max(area.width(), 1)
        down = max(port.height(), 50) / max(area.height(), 1)
        return min(across, down, largest)

    def hold(self, before: QPointF, after: QPointF, growth: float) -> None:
        """Keep still what moved on the page from one point to another while the page's scale grew."""
        place = self.from_page(before)
        self._look_with(after, place, self._scale / growth)

    @property
    def onto_view(self) -> QTransform:
        """Give what leads from the page to the viewport, for many points at once."""
        return self._view.viewportTransform()

    @property
    def onto_page(self) -> QTransform:
        """Give what leads from the viewport to the page, for many points at once."""
        return self.onto_view.inverted()[0]

    def to_page(self, place: QPointF) -> QPointF:
        """Give the point of the page at a place in the viewport, in pixels."""
        return self.onto_page.map(place)

    def from_page(self, point: QPointF) -> QPointF:
        """Give the place in the viewport, in pixels, of a point of the page."""
        return self.onto_view.map(point)

    def to_window(self, area: QRectF) -> QRectF:
        """Give the rectangle in the viewport, in pixels, of one on the page."""
        return self.onto_view.mapRect(area)

    def to_page_area(self, area: QRectF) -> QRectF:
        """Give the rectangle on the page of one in the viewport, in pixels."""
        return self.onto_page.mapRect(area)

    def stop(self) -> None:
        """End a glide where it is going."""
        if self._glide is not None:
            glide, self._glide = self._glide, None
            glide.stop()
            self.look(*self._end)

    def _look_with(self, point: QPointF, place: QPointF, scale: float) -> None:
        """Look so that a point of the page is seen at a place in the viewport."""
        scale = min(max(scale, SMALLEST), LARGEST)
        self.look(scale, point - (place - self._centre()) / scale)

    def _centre(self) -> QPointF:
        """Give the middle of the viewport, between two pixels where it has an even number of them."""
        return QRectF(self._view.viewport().rect()).center()

    def _centre_on(self, middle: QPointF) -> None:
        """Scroll to a point. Rounded, not cut as by `centerOn`: who looks where they look doesn't drift."""
        place = middle * self._scale - self._centre()
        self._view.horizontalScrollBar().setValue(round(place.x()))
        self._view.verticalScrollBar().setValue(round(place.y()))

    def _shift(self, dx: float, dy: float) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() - round(dx))
        down.setValue(down.value() - round(dy))

    def _make_room(self) -> None:
        """Let one pan a window's size beyond the page on every side."""
        port = self._view.viewport().rect()
        across, down = port.width() * _ROOM / self._scale, port.height() * _ROOM / self._scale
        self._view.setSceneRect(self._page.adjusted(-across, -down, across, down))

    def _glide_to(self, scale: float, middle: QPointF) -> None:
        """Go there so that the eye can follow; at once where the desktop wants no movement."""
        style = self._view.style()
        lasts = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._view)
        if lasts <= 0 or not self._view.isVisible():
            self.look(scale, middle)
            return
        glide = QVariantAnimation(self._view, startValue=0.0, endValue=1.0, duration=min(lasts, 180))
        glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        from_scale, from_middle = self._scale, self.middle

        def look(share: float) -> None:
            if self._glide is glide:
                now = from_middle + (middle - from_middle) * share
                self.look(from_scale + (scale - from_scale) * share, now)

        def end() -> None:
            if self._glide is glide:
                self._glide = None

        glide.valueChanged.connect(look)
        glide.finished.connect(end)
        self._glide, self._end = glide, (scale, middle)
        glide.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)


def _into(low: float, high: float, least: float, most: float) -> float:
    """Give how far a stretch must be shifted to lie within another; its start wins."""
    if low < least or high - low > most - least:
        return least - low if low < least or high > most else 0.0
    return min(0.0, most - high)
