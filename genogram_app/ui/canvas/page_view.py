"""A page on a desk that can be zoomed and panned, with mouse, wheel, touchpad, finger or pen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from genogram_app.drawing.primitives import Drawing
from genogram_app.ui.canvas.camera import STEP, Camera
from genogram_app.ui.canvas.items import over_edges, rect_of
from genogram_app.ui.canvas.look import Look
from genogram_app.ui.canvas.marks import Marks
from genogram_app.ui.canvas.reconcile import Board
from genogram_app.ui.shades import tone

#: One click of a mouse wheel, in Qt's eighths of a degree.
_CLICK = 120.0
#: How far a click of the wheel pans, in pixels.
_STRIDE = 60.0


class PageView(QGraphicsView):
    """Shows a drawing; its points are the scene's coordinates."""

    #: How many pixels a point of the page takes now.
    scaled = Signal(float)

    def __init__(self, parent: QWidget | None = None, look: Look | None = None) -> None:
        super().__init__(parent)
        self.look = look or Look()
        self.stage = QGraphicsScene(self)
        self.setScene(self.stage)
        self.board = Board(self.stage, self.look)
        self.marks = Marks(self.stage, self.look)
        self.camera = Camera(self, self.moved)
        self._told_scale = 0.0
        self._panning: QPointF | None = None
        self._space = False
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing; what is the same in it stays untouched."""
        self.board.show(drawing)
        self.camera.set_page(rect_of(drawing.bounds))

    def sight(self) -> QRectF:
        """Give what is in sight, in pixels of the viewport."""
        return QRectF(self.viewport().rect())

    def fit(self) -> None:
        """Show all of the page."""
        self.camera.fit(gliding=True)

    def zoom_in(self) -> None:
        """Come nearer to the middle."""
        self.camera.zoom(STEP)

    def zoom_out(self) -> None:
        """Go further off."""
        self.camera.zoom(1 / STEP)

    def moved(self) -> None:
        """Put right what floats over the page, after zooming or panning; tell of a new scale."""
        if self._told_scale != self.camera.scale:
            self._told_scale = self.camera.scale
            self.marks.seen_at(self._told_scale)
            self.scaled.emit(self._told_scale)

    # -- Qt's events -----------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Pan, and let what floats over the page follow."""
        super().scrollContentsBy(dx, dy)
        if not self.camera.on_its_way:
            self.moved()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the desk, in the window's colours."""
        painter.fillRect(over_edges(painter, QRectF(rect)), tone("desk"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what was all in sight."""
        super().resizeEvent(event)
        self.camera.refit()
        self.moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Ctrl, zoom at the cursor."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.camera.zoom(STEP ** (turned.y() / _CLICK), event.position())
        elif not event.pixelDelta().isNull():
            self.camera.pan(event.pixelDelta().x(), event.pixelDelta().y())
        else:
            across, down = turned.x() / _CLICK * _STRIDE, turned.y() / _CLICK * _STRIDE
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.camera.pan(*((down, across) if sideways else (across, down)))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom with two fingers."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.camera.zoom(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch)
                return True
        return super().viewportEvent(event)

    def _pinch(self, pinch: QPinchGesture) -> None:
        place = QPointF(self.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
        went = pinch.centerPoint() - pinch.lastCenterPoint()
        self.camera.pan(went.x(), went.y())
        self.camera.zoom(pinch.scaleFactor(), place)

    # -- panning by hand ----------------------------------------------------------------

    def begin_pan(self, event: QMouseEvent) -> bool:
        """Start to pan if that is what this press means; say whether it is."""
        middle = event.button() == Qt.MouseButton.MiddleButton
        if not middle and not (self._space and event.button() == Qt.MouseButton.LeftButton):
            return False
        self._panning = event.position()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def pan_on(self, event: QMouseEvent) -> bool:
        """Go on panning, if it was begun."""
        if self._panning is None:
            return False
        went = event.position() - self._panning
        self._panning = event.position()
        self.camera.pan(went.x(), went.y())
        return True

    def end_pan(self) -> bool:
        """Stop panning, if it was begun."""
        if self._panning is None:
            return False
        self._panning = None
        self._show_hand()
        return True

    def hold_space(self, held: bool) -> None:
        """Remember whether the space bar is held: then a drag pans."""
        self._space = held
        if self._panning is None:
            self._show_hand()

    def _show_hand(self) -> None:
        if self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()
