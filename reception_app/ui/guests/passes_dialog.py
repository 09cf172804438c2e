"""Writing passes into a folder: for everybody who may come, or for the selected guests."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.services.name_tags import TagSelection, select_for_tags
from reception_app.services.passes import PassesWritten, write_passes
from reception_app.ui import theme
from reception_app.ui.background import run_long_work
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.captioned import captioned
from reception_app.ui.parts.chip import ChipRow
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_EVERYBODY = 0
_TOLD = 6


class PassesDialog(FormDialog):
    """Asks for whom and where; `written` is what was written, None while nothing is."""

    def __init__(self, window: QWidget, workplace: Workplace, selected: Collection[str]) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window,
            translate("PassesDialog", "Passes for the guests"),
            deed=translate("PassesDialog", "Write the passes"),
            meaning=translate(
                "PassesDialog",
                "For each guest a one-page PDF and a QR picture; with them a sheet for a mail "
                "merge, with file names and the code for bank transfers, and a calendar file. "
                "Nothing is sent: your mail program does that.",
            ),
            width=640,
        )
        self._work = workplace
        self._selected = frozenset(selected)
        self.written: PassesWritten | None = None
        event = workplace.event_file
        everybody = len(select_for_tags(event, TagSelection.ALL))
        some = len(select_for_tags(event, TagSelection.ALL, only=self._selected))
        self.whom = ChipRow(
            translate("PassesDialog", "All who may come (%n)", "", everybody),
            translate("PassesDialog", "Selected guests (%n)", "", some),
        )
        if some > 1:
            self.whom.choose(1)
        self.folder = QLineEdit(str(_free_folder(workplace.event_file.path)))
        self.choose = ActionButton(translate("PassesDialog", "Choose…"), icon="folder")
        self.told = Label(wrap=True)
        self.show_folder = ActionButton(translate("PassesDialog", "Open the folder"), icon="folder")
        self._build_layout(some)
        self.choose.clicked.connect(self._ask_folder)
        self.show_folder.clicked.connect(self._open_folder)
        self.deed.setFocus()

    @classmethod
    def open_over(cls, window: QWidget, workplace: Workplace, selected: Collection[str]) -> None:
        """Let a person write passes."""
        dialog = cls(window, workplace, selected)
        dialog.exec()
        dialog.deleteLater()

    def accept(self) -> None:
        """Write the passes from a snapshot, beside the window."""
        self.tell("")
        snapshot, now = self._work.event_file.snapshot(), self._work.now()
        folder = Path(self.folder.text().strip()).expanduser()
        only = None if self.whom.current == _EVERYBODY else self._selected

        def write(progress: Progress) -> PassesWritten:
            return write_passes(snapshot, folder, now=now, progress=progress, only=only)

        caption = QCoreApplication.translate("PassesDialog", "Writing the passes…")
        run_long_work(self, caption, write, self._show_written, self._tell_trouble)

    def _build_layout(self, selected: int) -> None:
        self.whom.chips[1].setVisible(selected > 0)
        self.body.addWidget(self.whom)
        caption = QCoreApplication.translate("PassesDialog", "A new, empty folder")
        line = QHBoxLayout()
        line.setSpacing(theme.GRID)
        line.addLayout(captioned(caption, self.folder), 1)
        column = captioned(" ", self.choose)
        line.addLayout(column)
        self.body.addLayout(line)
        self.body.addWidget(self.told)
        self.told.hide()
        self.show_folder.hide()
        self.foot.insertWidget(0, self.show_folder)
        for button in (self.choose, self.show_folder):
            button.setAutoDefault(False)

    def _show_written(self, written: PassesWritten) -> None:
        """Say how many there are, what came out badly, and who got none."""
        self.written = written
        count = written.count
        translate, wording = QCoreApplication.translate, self._work.wording
        told = [translate("PassesDialog", "%n pass(es) are in the folder.", "", count)]
        troubles = [
            wording.text("pass_problem", one.kind.value, number=one.number, text=one.text)
            for one in written.problems
        ]
        troubles += [
            wording.text("pass_problem", "no_code", number=number)
            for number in written.without_code
        ]
        told += troubles[:_TOLD]
        rest = len(troubles) - _TOLD
        if rest > 0:
            told.append(translate("PassesDialog", "and %n more", "", rest))
        self.told.setText("\n".join(told))
        self.told.show()
        self.show_folder.show()
        self.deed.hide()
        self.leave.set_caption(translate("PassesDialog", "Close"))

    def _tell_trouble(self, error: ReceptionError) -> None:
        self.tell(self._work.wording.error(error))

    def _ask_folder(self) -> None:
        title = QCoreApplication.translate("PassesDialog", "A new, empty folder")
        start = str(Path(self.folder.text()).parent)
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        if chosen:
            self.folder.setText(chosen)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text().strip()))


def _free_folder(event: Path) -> Path:
    """A folder beside the event that is not there yet."""
    word = QCoreApplication.translate("PassesDialog", "%1 passes")
    stem = filled(word, event.stem)
    number, folder = 1, event.parent / stem
    while folder.exists():
        number += 1
        folder = event.parent / f"{stem} {number}"
    return folder
