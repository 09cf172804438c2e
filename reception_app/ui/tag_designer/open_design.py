"""The design on the table: what is selected, which side is up, and every step back and forth."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reception_app.documents.picture_file import Picture
from reception_app.domain import tag_design_edit as edit
from reception_app.domain.tag_design import Element, Frame, PictureElement, TagDesign
from reception_app.domain.tag_design_edit import DesignHistory, Edge, Face


class OpenDesign(QObject):
    """One design while a person changes it.

    `changed` tells that the design is another, `selected` that other elements or the other side
    are chosen. `pictures` holds what was added and is not saved yet.
    """

    changed = Signal()
    selected = Signal()

    def __init__(self, design: TagDesign) -> None:
        super().__init__()
        self._history = DesignHistory(design)
        self._saved = design
        self.pictures: dict[str, Picture] = {}
        self.face = Face.FRONT
        self.selection: frozenset[int] = frozenset()

    @property
    def design(self) -> TagDesign:
        """The design as it is now."""
        return self._history.design

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements of the side that is up, the lowest first."""
        return edit.elements_of(self.design, self.face)

    @property
    def only(self) -> int | None:
        """The place of the one selected element."""
        return next(iter(self.selection)) if len(self.selection) == 1 else None

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.design != self._saved

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._history.can_redo

    def open(self, design: TagDesign) -> None:
        """Put another design on the table."""
        self._history = DesignHistory(design)
        self._saved = design
        self.pictures.clear()
        self.face, self.selection = Face.FRONT, frozenset()
        self.selected.emit()
        self.changed.emit()

    def note_saved(self, design: TagDesign) -> None:
        """This is how the design was saved; the steps before stay."""
        self._saved = design
        if design != self.design:
            self._history.change(design)
        self.changed.emit()

    def show_face(self, face: Face) -> None:
        """Turn this side up."""
        if face is not self.face:
            self.face, self.selection = face, frozenset()
            self.selected.emit()
            self.changed.emit()

    def select(self, places: frozenset[int]) -> None:
        """Choose these elements."""
        if places != self.selection:
            self.selection = places
            self.selected.emit()

    def change(self, design: TagDesign, *, same: str = "") -> None:
        """Go on with this design; steps that are the `same` in a row are undone as one."""
        if design == self.design:
            return
        self._history.change(design, same=same)
        self._keep_selection()
        self.changed.emit()

    def rest(self) -> None:
        """The next step is one of its own."""
        self._history.rest()

    def undo(self) -> None:
        """Take the last step back."""
        self._history.undo()
        self._keep_selection()
        self.changed.emit()

    def redo(self) -> None:
        """Take it again."""
        self._history.redo()
        self._keep_selection()
        self.changed.emit()

    def move(self, across: float, down: float, *, same: str = "") -> None:
        """Move what is selected by so many mm."""
        moved = edit.moved(self.design, self.face, self.selection, across, down)
        self.change(moved, same=same)

    def place(self, frame: Frame) -> None:
        """Put the one selected element here."""
        if self.only is not None:
            placed = edit.placed(self.design, self.face, self.only, frame)
            self.change(placed, same=f"frame {self.only}")

    def put(self, element: Element, *, same: str = "") -> None:
        """Let the one selected element be this one."""
        if self.only is not None:
            changed = edit.with_element(self.design, self.face, self.only, element)
            self.change(changed, same=same and f"{same} {self.only}")

    def align(self, edge: Edge) -> None:
        """Bring what is selected to one line."""
        self.change(edit.aligned(self.design, self.face, self.selection, edge))

    def layer(self, by: int) -> None:
        """Move the one selected element so many layers up."""
        if self.only is not None:
            design, place = edit.layered(self.design, self.face, self.only, by)
            self._change_and_select(design, frozenset({place}))

    def add(self, element: Element, picture: Picture | None = None) -> None:
        """Put an element on top and select it."""
        if picture is not None:
            self.pictures[picture.key] = picture
        design, place = edit.added(self.design, self.face, element)
        self._change_and_select(design, frozenset({place}))

    def show_picture(self, element: PictureElement, picture: Picture) -> None:
        """Let a picture element show this picture."""
        self.pictures[picture.key] = picture
        self.put(replace(element, picture=picture.key))

    def remove(self) -> None:
        """Take what is selected away."""
        removed = edit.removed(self.design, self.face, self.selection)
        self._change_and_select(removed, frozenset())

    def duplicate(self) -> None:
        """Copy what is selected, and select the copies."""
        design, places = edit.duplicated(self.design, self.face, self.selection)
        self._change_and_select(design, places)

    def step_selection(self, by: int) -> None:
        """Select the next element up or down."""
        count = len(self.elements)
        if count:
            here = max(self.selection) if self.selection else -1 if by > 0 else 0
            self.select(frozenset({(here + by) % count}))

    def edit(self, change: Callable[[TagDesign], TagDesign], *, same: str = "") -> None:
        """Change something of the design as a whole."""
        self.change(change(self.design), same=same)

    def _change_and_select(self, design: TagDesign, places: frozenset[int]) -> None:
        self._history.change(design)
        self.selection = places
        self.changed.emit()
        self.selected.emit()

    def _keep_selection(self) -> None:
        """Nothing is selected that is not there."""
        count = len(self.elements)
        kept = frozenset(place for place in self.selection if place < count)
        if kept != self.selection:
            self.selection = kept
            self.selected.emit()
