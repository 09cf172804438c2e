"""Whose tags: everybody, the new ones, the changed ones, or those picked for another print."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from reception_app.services.name_tags import TagOrder, TagSelection, in_order, tag_choices
from reception_app.storage import guests
from reception_app.storage.guests import GuestRow
from reception_app.storage.spare_badges import SpareBadge, list_spare_badges
from reception_app.ui import theme
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.theme import Type
from reception_app.ui.workplace import Workplace

SELECTIONS = (TagSelection.ALL, TagSelection.NEW, TagSelection.CHANGED)
PICKED = len(SELECTIONS)
"""The chip of guests picked in the list comes after the others."""

SPARE = PICKED + 1
"""The last chip is that of the spare tags which are nobody's yet."""


class WhoseCard(Card):
    """Chooses guests and their order; `chosen` tells that it is another choice.

    A name typed in `again` and Enter pick the guest whose tag is wanted once more.
    """

    chosen = Signal()
    again_found = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("NameTagsPage", "Whose"))
        self._workplace = workplace
        self._picked: frozenset[str] = frozenset()
        self._choices: list[tuple[GuestRow, ...]] = []
        self.selection = ChipRow("", "", "", "", "")
        self._spares: tuple[SpareBadge, ...] = ()
        self.order = QComboBox()
        for order, words in (
            (TagOrder.READING, translate("WhoseCard", "By reading (boxes on the desk)")),
            (TagOrder.COMPANY, translate("WhoseCard", "By company")),
            (TagOrder.TABLE, translate("WhoseCard", "By table")),
            (TagOrder.CATEGORY, translate("WhoseCard", "By category")),
            (TagOrder.NUMBER, translate("WhoseCard", "By number")),
        ):
            self.order.addItem(words, order)
        self.again = QLineEdit()
        self.again.setPlaceholderText(translate("WhoseCard", "Print again: name or number, Enter"))
        self.again.setClearButtonEnabled(True)
        self._hint = Label(tone="muted", wrap=True, size=Type.SMALL + 1)
        self._build_layout()
        self._connect()

    @property
    def rows(self) -> tuple[GuestRow, ...]:
        """The chosen guests in their order on paper."""
        if self.selection.current == SPARE:
            return ()
        order = TagOrder(self.order.currentData())
        return in_order(self._workplace.event_file, self._choices[self.selection.current], order)

    @property
    def spares(self) -> tuple[SpareBadge, ...]:
        """The spare badges whose blank tags are chosen."""
        return self._spares if self.selection.current == SPARE else ()

    def refresh(self) -> None:
        """Read again who has which tag."""
        event = self._workplace.event_file
        choices = tag_choices(event)
        self._choices = [choices[selection] for selection in SELECTIONS]
        everybody = self._choices[0]
        self._choices.append(tuple(row for row in everybody if row.guest.id in self._picked))
        self._spares = list_spare_badges(event, free_only=True)
        counts = [*map(len, self._choices), len(self._spares)]
        for number, (chip, count) in enumerate(zip(self.selection.chips, counts, strict=True)):
            chip.set_caption(f"{_caption(number)} {count:,}")
        self.selection.chips[PICKED].setVisible(bool(self._picked))
        self.selection.chips[SPARE].setVisible(bool(self._spares))
        self._hint.setText(_explanation(self.selection.current))

    def pick(self, guest_ids: frozenset[str]) -> None:
        """Choose these guests."""
        self._picked = guest_ids
        self.selection.choose(PICKED)
        self.refresh()

    def _build_layout(self) -> None:
        self.body.addWidget(self.selection)
        self.body.addWidget(self._hint)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.order)
        row.addWidget(self.again, 1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.selection.chosen.connect(self._tell_choice)
        self.order.activated.connect(self.chosen)
        self.again.returnPressed.connect(self._pick_again)

    def _tell_choice(self) -> None:
        self._hint.setText(_explanation(self.selection.current))
        self.chosen.emit()

    def _pick_again(self) -> None:
        """Add the guest whom the typed text means to those picked."""
        text = self.again.text().strip()
        if not text:
            return
        coming = {row.guest.id: row.guest for row in self._choices[0]}
        event = self._workplace.event_file
        found = guests.find_by_number(event, int(text)) if text.isdecimal() else None
        hits = [found] if found else list(guests.search_guests(event, text, limit=20))
        guest = next((coming[hit.id] for hit in hits if hit.id in coming), None)
        translate = QCoreApplication.translate
        if guest is None:
            words = translate("WhoseCard", "Nobody who is coming is found by “%1”.")
            self.again_found.emit(filled(words, text))
            return
        self.again.clear()
        self.pick(self._picked | {guest.id})
        self.chosen.emit()
        words = translate("WhoseCard", "%1 is picked. Ctrl+P prints.")
        self.again_found.emit(filled(words, guest.shown_name))


def _caption(number: int) -> str:
    translate = QCoreApplication.translate
    return (
        translate("NameTagsPage", "All"),
        translate("NameTagsPage", "New"),
        translate("NameTagsPage", "New or changed"),
        translate("NameTagsPage", "Picked"),
        translate("NameTagsPage", "Spare"),
    )[number]


def _explanation(number: int) -> str:
    translate = QCoreApplication.translate
    return (
        translate(
            "NameTagsPage", "Everybody who is coming, in the order of the boxes on the desk."
        ),
        translate("NameTagsPage", "Guests whose tag was never printed."),
        translate(
            "NameTagsPage",
            "Guests without a tag, and those of whom something changed since theirs was printed.",
        ),
        translate("NameTagsPage", "The guests picked in the list."),
        translate("NameTagsPage", "Blank tags with a ready code that are nobody's yet."),
    )[number]
