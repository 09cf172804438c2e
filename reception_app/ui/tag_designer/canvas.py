"""The tag in the middle of the designer: seen as it prints, and dragged by mouse or keys."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_app.documents.drawing import MM
from reception_app.documents.name_tag import NameTag
from reception_app.documents.picture_file import Picture
from reception_app.documents.tag_layout import LayoutMemory, TagLayout
from reception_app.domain import tag_design_edit as edit
from reception_app.domain.tag_design import Frame, TagDesign
from reception_app.domain.tag_design_edit import Face, Handle
from reception_app.domain.tag_snapping import snap
from reception_app.ui.paper.mark_painter import MarkPainter
from reception_app.ui.tag_designer.open_design import OpenDesign
from reception_app.ui.theme import colours_of
from reception_app.wording import Wording

_MARGIN = 28
"""px around the tag."""

_GRIP = 8.0
"""px of a handle's side."""

_REACH_PX = 7.0
_STEP, _LARGE_STEP = 0.5, 5.0
"""mm an arrow key moves by, alone and with Shift."""

_GUIDE = "#E0218A"
_HANDLES = tuple(
    Handle(across, down) for across in (-1, 0, 1) for down in (-1, 0, 1) if across or down
)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(slots=True)
class _Drag:
    """A stroke of the mouse under way: where it began, with which design and handle."""

    start: QPointF
    design: TagDesign
    handle: Handle | None
    moved: bool = False


class Canvas(QWidget):
    """Shows the side that is up with a guest on it; drags, keys and clicks change the design.

    `painted` tells, for measuring, that a change has reached the screen.
    """

    painted = Signal()

    def __init__(self, work: OpenDesign, wording: Wording) -> None:
        super().__init__()
        self._work = work
        self._wording = wording
        self._drawing = MarkPainter()
        self._memory: LayoutMemory = {}
        self._pictures: Mapping[str, Picture] = {}
        self._tag: NameTag | None = None
        self._drag: _Drag | None = None
        self._band: QRectF | None = None
        self._guides: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
        self.snapping = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        work.changed.connect(self.update)
        work.selected.connect(self.update)

    def show_tag(self, tag: NameTag, pictures: Mapping[str, Picture]) -> None:
        """Show this guest's tag."""
        if pictures != self._pictures:
            self._memory.clear()
        self._tag, self._pictures = tag, pictures
        self.update()

    def frame_on_screen(self, frame: Frame) -> QRectF:
        """Where a frame lies in this widget, in px."""
        scale, origin = self._scale(), self._origin()
        return QRectF(
            origin.x() + frame.left * scale, origin.y() + frame.top * scale,
            frame.width * scale, frame.height * scale,
        )  # fmt: skip

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A tag that can be worked on, in px."""
        return QSize(640, 460)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the tag as large as fits."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint paper, tag, selection and guides."""
        colours, design = colours_of(self), self._work.design
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tag = self.frame_on_screen(Frame(0, 0, design.width, design.height))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(tag, 3, 3)
        if self._tag is not None:
            painter.save()
            painter.setClipRect(tag)
            painter.translate(tag.left(), tag.top())
            scale = self._scale() / MM
            painter.scale(scale, scale)
            layout = TagLayout(design, self._wording, self._pictures, memory=self._memory)
            front = self._work.face is Face.FRONT
            laid_out = layout.front(self._tag) if front else layout.back(self._tag)
            self._drawing.paint(painter, laid_out.marks)
            painter.restore()
        self._paint_selection(painter)
        painter.end()
        self.painted.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Escape for letting go of elements while there are any."""
        is_escape = (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if is_escape and self._work.selection:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of a handle or an element, or begin a frame around several."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at, work = event.position(), self._work
        handle = self._handle_at(at)
        if handle is None:
            place = self._element_at(at)
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if place is None:
                if not adding:
                    work.select(frozenset())
                self._band = QRectF(at, at)
                return
            if adding:
                work.select(work.selection ^ {place})
            elif place not in work.selection:
                work.select(frozenset({place}))
        self._drag = _Drag(at, work.design, handle)
        work.rest()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move or resize what is held; show by the pointer what could be."""
        at = event.position()
        if self._band is not None:
            self._band.setBottomRight(at)
            self.update()
            return
        if self._drag is None:
            self._show_pointer(at)
            return
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._drag_to(self._drag, at, snapping=self.snapping and not free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        if self._band is not None:
            self._select_inside(self._band.normalized())
            self._band = None
        self._drag = None
        self._guides = ((), ())
        self._work.rest()
        self._show_pointer(event.position())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by arrows, resize with Ctrl, step through elements, delete."""
        key, work = Qt.Key(event.key()), self._work
        arrow = _ARROWS.get(key)
        large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        resizing = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if arrow is not None and work.selection:
            step = _LARGE_STEP if large else _STEP
            across, down = arrow[0] * step, arrow[1] * step
            if resizing and work.only is not None:
                sized = edit.resized(
                    work.design, work.face, work.only, Handle(1, 1), (across, down)
                )
                work.change(sized, same="size by keys")
            elif not resizing:
                work.move(across, down, same="move by keys")
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            work.remove()
        elif key is Qt.Key.Key_Escape and work.selection:
            work.select(frozenset())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's
        """Tab steps through the elements, and leaves after the last one."""
        work = self._work
        here = work.only
        last = len(work.elements) - 1 if forward else 0
        if here is None or here == last:
            return super().focusNextPrevChild(forward)
        work.step_selection(1 if forward else -1)
        return True

    def _drag_to(self, drag: _Drag, at: QPointF, *, snapping: bool) -> None:
        scale, work = self._scale(), self._work
        across, down = (at.x() - drag.start.x()) / scale, (at.y() - drag.start.y()) / scale
        if not drag.moved and max(abs(across), abs(down)) * scale < 3:  # noqa: PLR2004 - px
            return
        drag.moved = True
        elements = edit.elements_of(drag.design, work.face)
        others = [e.frame for place, e in enumerate(elements) if place not in work.selection]
        size, reach = (drag.design.width, drag.design.height), _REACH_PX / scale
        if drag.handle is None:
            moved = edit.moved(drag.design, work.face, work.selection, across, down)
            if snapping and work.selection:
                whole = _around(moved, work.face, work.selection)
                found = snap(whole, others, size, reach=reach)
                across, down = across + found.across, down + found.down
                moved = edit.moved(drag.design, work.face, work.selection, across, down)
                self._guides = (found.upright, found.level)
            work.change(moved, same="drag")
        elif work.only is not None:
            sized = edit.resized(drag.design, work.face, work.only, drag.handle, (across, down))
            if snapping:
                frame = edit.elements_of(sized, work.face)[work.only].frame
                handle = drag.handle
                sides = (
                    frozenset({handle.across} - {0}), frozenset({handle.down} - {0}),
                )  # fmt: skip
                found = snap(frame, others, size, reach=reach, sides=sides)
                by = (across + found.across, down + found.down)
                sized = edit.resized(drag.design, work.face, work.only, handle, by)
                self._guides = (found.upright, found.level)
            work.change(sized, same="drag")
        if not snapping:
            self._guides = ((), ())

    def _select_inside(self, area: QRectF) -> None:
        """Select the elements that the frame drawn by the mouse touches."""
        if max(area.width(), area.height()) < 3:  # noqa: PLR2004 - px
            return
        touched = (
            place
            for place, element in enumerate(self._work.elements)
            if area.intersects(self.frame_on_screen(element.frame))
        )
        self._work.select(self._work.selection | frozenset(touched))

    def _paint_selection(self, painter: QPainter) -> None:
        colours, work = colours_of(self), self._work
        painter.setBrush(Qt.BrushStyle.NoBrush)
        quiet = QColor(_FRAME)
        quiet.setAlpha(70)
        for place, element in enumerate(work.elements):
            chosen = place in work.selection
            painter.setPen(QPen(QColor(_FRAME) if chosen else quiet, 1.5 if chosen else 1))
            painter.drawRect(self.frame_on_screen(element.frame))
        if work.only is not None:
            painter.setPen(QPen(QColor(_FRAME), 1.5))
            painter.setBrush(QColor(Qt.GlobalColor.white))
            for grip in self._grips().values():
                painter.drawRect(grip)
        tag = self.frame_on_screen(Frame(0, 0, work.design.width, work.design.height))
        painter.setPen(QPen(QColor(_GUIDE), 1))
        for x in self._guides[0]:
            px = tag.left() + x * self._scale()
            painter.drawLine(QPointF(px, tag.top() - 8), QPointF(px, tag.bottom() + 8))
        for y in self._guides[1]:
            px = tag.top() + y * self._scale()
            painter.drawLine(QPointF(tag.left() - 8, px), QPointF(tag.right() + 8, px))
        if self._band is not None:
            painter.setPen(QPen(QColor(colours.accent), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._band)

    def _grips(self) -> dict[Handle, QRectF]:
        """The handles of the one selected element."""
        place = self._work.only
        if place is None:
            return {}
        area = self.frame_on_screen(self._work.elements[place].frame)
        middle = area.center()
        found = {}
        for handle in _HANDLES:
            x = middle.x() + handle.across * area.width() / 2
            y = middle.y() + handle.down * area.height() / 2
            found[handle] = QRectF(x - _GRIP / 2, y - _GRIP / 2, _GRIP, _GRIP)
        return found

    def _handle_at(self, at: QPointF) -> Handle | None:
        near = 3.0
        for handle, grip in self._grips().items():
            if grip.adjusted(-near, -near, near, near).contains(at):
                return handle
        return None

    def _element_at(self, at: QPointF) -> int | None:
        """The topmost element there; of several, one that is selected keeps the hand."""
        hits = [
            place
            for place, element in enumerate(self._work.elements)
            if self.frame_on_screen(element.frame).adjusted(-2, -2, 2, 2).contains(at)
        ]
        chosen = [place for place in hits if place in self._work.selection]
        found = chosen or hits
        return found[-1] if found else None

    def _show_pointer(self, at: QPointF) -> None:
        handle = self._handle_at(at)
        if handle is not None:
            self.setCursor(_pointer_of(handle))
        elif self._element_at(at) is not None:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def _scale(self) -> float:
        """Pixels in a millimetre."""
        design = self._work.design
        across = (self.width() - 2 * _MARGIN) / design.width
        down = (self.height() - 2 * _MARGIN) / design.height
        return max(min(across, down), 0.5)

    def _origin(self) -> QPointF:
        """Where the tag's upper left corner lies, in px."""
        design, scale = self._work.design, self._scale()
        return QPointF(
            (self.width() - design.width * scale) / 2, (self.height() - design.height * scale) / 2
        )


_FRAME = "#2F56D9"
"""On white paper in either theme."""


def _around(design: TagDesign, face: Face, places: frozenset[int]) -> Frame:
    """The frame around these elements."""
    frames = [edit.elements_of(design, face)[place].frame for place in places]
    left, top = min(frame.left for frame in frames), min(frame.top for frame in frames)
    right, bottom = max(frame.right for frame in frames), max(frame.bottom for frame in frames)
    return Frame(left, top, right - left, bottom - top)


def _pointer_of(handle: Handle) -> Qt.CursorShape:
    if handle.across == 0:
        return Qt.CursorShape.SizeVerCursor
    if handle.down == 0:
        return Qt.CursorShape.SizeHorCursor
    falling = handle.across == handle.down
    return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
