"""One change for all selected guests: what it would do is said before it is done."""

from collections.abc import Sequence
from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStackedWidget, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.guest import GuestField, GuestStatus
from reception_app.domain.money import Money, format_money
from reception_app.domain.progress import Cancelled
from reception_app.services.guest_edits import (
    EditDone,
    EditPreview,
    FieldEdit,
    GuestEdit,
    LabelsEdit,
    StatusEdit,
    apply_edit,
    preview_edit,
)
from reception_app.storage import guest_order, settings
from reception_app.ui.guests.guest_cells import KnownTexts
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.figures import ProgressLine
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_WAIT_MS = 120
_MANY = 500
_TELL_SECONDS = 0.04
_SHOWN_NAMES = 4


class BulkChange(Enum):
    """What can be changed of many guests at once."""

    CATEGORY = auto()
    TABLE = auto()
    ADD_LABELS = auto()
    REMOVE_LABELS = auto()
    INTRODUCER = auto()
    COMPANY = auto()
    NOTE = auto()
    STATUS = auto()


_FIELDS = {
    BulkChange.CATEGORY: GuestField.CATEGORY,
    BulkChange.TABLE: GuestField.TABLE,
    BulkChange.INTRODUCER: GuestField.INTRODUCER,
    BulkChange.COMPANY: GuestField.COMPANY,
    BulkChange.NOTE: GuestField.NOTE,
}
_CHOSEN = {BulkChange.CATEGORY, BulkChange.STATUS}
_LABELS = {BulkChange.ADD_LABELS, BulkChange.REMOVE_LABELS}


class BulkDialog(FormDialog):
    """Asks what to change, previews it with every key, and does it; `done_edit` can be undone.

    It is the `Progress` of its own work: Escape stops it, and nothing was written then.
    """

    def __init__(
        self, window: QWidget, workplace: Workplace, guest_ids: Sequence[str], known: KnownTexts
    ) -> None:
        translate = QCoreApplication.translate
        count = len(guest_ids)
        super().__init__(window, translate("BulkDialog", "Change %n guest(s)", "", count), deed="…")
        self._work = workplace
        self._guest_ids = guest_ids
        self._known = known
        self._is_working = self._is_stopped = False
        self._told_at = 0.0
        self.preview: EditPreview | None = None
        self.done_edit: EditDone | None = None
        self.what = QComboBox()
        self.choice = QComboBox()
        self.line = QLineEdit()
        self._value = QStackedWidget()
        self.said = Label(wrap=True)
        self.progress = ProgressLine()
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._build_layout()
        self._connect()
        self._show_kind()

    @classmethod
    def ask(
        cls, window: QWidget, workplace: Workplace, guest_ids: Sequence[str], known: KnownTexts
    ) -> EditDone | None:
        """Ask and do it; None when nothing was changed."""
        dialog = cls(window, workplace, guest_ids, known)
        dialog.exec()
        dialog.deleteLater()
        return dialog.done_edit

    @property
    def change(self) -> BulkChange:
        """What is to be changed."""
        return BulkChange(self.what.currentData())

    def choose(self, change: BulkChange) -> None:
        """Choose what is to be changed."""
        self.what.setCurrentIndex(self.what.findData(change.value))

    def edit(self) -> GuestEdit:
        """What the form says."""
        text = self.line.text()
        match self.change:
            case BulkChange.STATUS:
                return StatusEdit(GuestStatus(self.choice.currentData()))
            case BulkChange.CATEGORY:
                return FieldEdit(GuestField.CATEGORY, str(self.choice.currentData() or ""))
            case BulkChange.ADD_LABELS:
                return LabelsEdit(added=text)
            case BulkChange.REMOVE_LABELS:
                return LabelsEdit(removed=text)
            case _:
                return FieldEdit(_FIELDS[self.change], text)

    def look(self) -> None:
        """Preview what the form says."""
        if self._is_working:  # something else was chosen meanwhile: that is previewed instead
            self._is_stopped = True
            self._soon.start()
            return
        self._soon.stop()
        self.preview = None
        try:
            self._begin()
            preview = preview_edit(
                self._work.event_file, self._guest_ids, self.edit(), now=self._work.now(),
                progress=self,
            )  # fmt: skip
        except Cancelled:
            return
        except ReceptionError as error:
            self.tell(self._work.wording.error(error))
            return
        finally:
            self._end()
        self.preview = preview
        self._tell_preview(preview)

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is (`domain.progress.Progress`).

        Raises:
            Cancelled: the person pressed Escape.
        """
        if self._is_stopped:
            raise Cancelled
        if monotonic() - self._told_at >= _TELL_SECONDS:
            self._told_at = monotonic()
            self.progress.set_share(done, total)
            self.progress.show()
            # The event file lives on this thread: the window is kept alive between two guests.
            QCoreApplication.processEvents()

    def accept(self) -> None:
        """Do what was previewed."""
        if self._is_working:
            return
        if self._soon.isActive() or self.preview is None:
            self.look()
        if self.preview is None or not self.preview.changing:
            return
        self._let_choose(may=False)
        try:
            self._begin()
            self.done_edit = apply_edit(
                self._work.event_file, self.preview, now=self._work.now(),
                operator=self._work.operator, progress=self,
            )  # fmt: skip
        except Cancelled:
            return
        except ReceptionError as error:
            self.tell(self._work.wording.error(error))
            return
        finally:
            self._end()
            self._let_choose(may=True)
        super().accept()

    def reject(self) -> None:
        """Stop the work that is under way, or close."""
        if self._is_working:
            self._is_stopped = True
        else:
            super().reject()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        for change, words in _kinds().items():
            self.what.addItem(words, change.value)
        self._value.addWidget(self.choice)
        self._value.addWidget(self.line)
        self.body.addLayout(captioned(translate("BulkDialog", "What"), self.what))
        self.body.addLayout(captioned(translate("BulkDialog", "From now on"), self._value))
        self.body.addWidget(self.said)
        self.body.addWidget(self.progress)
        self._value.setFixedHeight(self.line.sizeHint().height() + 2)
        self.progress.hide()

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._show_kind)
        self.choice.currentIndexChanged.connect(self._look_soon)
        self.line.textChanged.connect(self._look_soon)
        self._soon.timeout.connect(self.look)

    def _show_kind(self) -> None:
        """Show the control for what is to be changed."""
        self.choice.clear()
        self.line.clear()
        if self.change is BulkChange.STATUS:
            for status in GuestStatus:
                words = self._work.wording.text("guest_status", status)
                self.choice.addItem(words, status.value)
            self.choice.setCurrentIndex(self.choice.findData(GuestStatus.ACCEPTED.value))
        elif self.change is BulkChange.CATEGORY:
            plan = settings.find_fee_plan(self._work.event_file)
            for category in plan.categories:
                price = format_money(Money(category.price, plan.currency))
                self.choice.addItem(f"{category.name}　{price}", category.code)
        else:
            self.line.setCompleter(QCompleter(list(self._offered()), self.line))
        self._value.setCurrentWidget(self.choice if self.change in _CHOSEN else self.line)
        if len(self._guest_ids) > _MANY:  # the dialog is there before its preview
            self._look_soon()
        else:
            self.look()

    def _offered(self) -> Sequence[str]:
        if self.change in _LABELS:
            return tuple(guest_order.count_labels(self._work.event_file))
        return self._known(_FIELDS[self.change])

    def _look_soon(self) -> None:
        self._soon.start()

    def _tell_preview(self, preview: EditPreview) -> None:
        translate = QCoreApplication.translate
        count = len(preview.changing)
        said = [translate("BulkDialog", "%n guest(s) will be changed.", "", count)]
        if preview.unchanged:
            same = preview.unchanged
            said.append(translate("BulkDialog", "%n guest(s) are so already.", "", same))
        if preview.refused:
            names = "、".join(guest.name for guest in preview.refused[:_SHOWN_NAMES])
            left = len(preview.refused)
            words = translate(
                "BulkDialog", "%n guest(s) stay as they are (inside or erased): %1", "", left
            )
            more = " …" if left > _SHOWN_NAMES else ""
            said.append(filled(words, names + more))
        amount = format_money(Money(abs(preview.fee_change.minor), preview.fee_change.currency))
        if preview.fee_change.minor > 0:
            said.append(filled(translate("BulkDialog", "Together they will owe %1 more."), amount))
        elif preview.fee_change.minor < 0:
            said.append(filled(translate("BulkDialog", "Together they will owe %1 less."), amount))
        self.said.setText("\n".join(said))
        self.tell("")
        self.deed.set_caption(translate("BulkDialog", "Change %n", "", count))
        self.deed.setEnabled(bool(count))

    def _let_choose(self, *, may: bool) -> None:
        for control in (self.what, self.choice, self.line):
            control.setEnabled(may)

    def _begin(self) -> None:
        self._is_working, self._is_stopped, self._told_at = True, False, monotonic() + 0.3

    def _end(self) -> None:
        self._is_working = False
        self.progress.hide()


def _kinds() -> dict[BulkChange, str]:
    translate = QCoreApplication.translate
    return {
        BulkChange.CATEGORY: translate("BulkDialog", "Category"),
        BulkChange.TABLE: translate("BulkDialog", "Table"),
        BulkChange.ADD_LABELS: translate("BulkDialog", "Add labels"),
        BulkChange.REMOVE_LABELS: translate("BulkDialog", "Remove labels"),
        BulkChange.INTRODUCER: translate("BulkDialog", "Introduced by"),
        BulkChange.COMPANY: translate("BulkDialog", "Company"),
        BulkChange.NOTE: translate("BulkDialog", "Note for the desk"),
        BulkChange.STATUS: translate("BulkDialog", "Invitation"),
    }
