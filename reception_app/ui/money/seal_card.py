"""The seal of the books 会計確定: how they stand, and making them final or opening them again."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog

from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.services import sealing
from reception_app.services.findings import Level, sentence_of
from reception_app.storage import settings
from reception_app.ui.background import run_long_work
from reception_app.ui.money.tab import file_name
from reception_app.ui.money.vouchers.reason_dialog import ReasonDialog
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.form_dialog import FormDialog
from reception_app.ui.parts.label import Label, Tone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.workplace import Workplace

_MOST_NOTED = 6


class SealCard(Card):
    """Draft or final, and what to do then; `acted` and `told` carry words, `refused` errors."""

    acted = Signal(str)
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        translate = QCoreApplication.translate
        self.state = Label(bold=True, wrap=True)
        self.words = Label(tone="muted", wrap=True)
        self.change = ActionButton("…", height=36)
        self.archive = ActionButton(translate("SealCard", "Archive folder…"), height=36)
        for widget in (self.state, self.words, self.change, self.archive):
            self.body.addWidget(widget)
        self.change.clicked.connect(self._ask)
        self.archive.clicked.connect(self._ask_archive)

    def refresh(self) -> None:
        """Read whether the books are sealed."""
        translate = QCoreApplication.translate
        state = sealing.books_state(self._workplace.event_file)
        if state.seal is None:
            self.state.setText(translate("SealCard", "Draft"))
            self.words.setText(translate("SealCard", "Seal the books when everything is booked."))
            self.change.set_caption(translate("SealCard", "Seal the books…"))
            return
        version = filled(translate("SealCard", "Final, version %1"), state.version)
        self.state.setText(version)
        day = self._workplace.wording.date(state.seal.at.date())
        self.words.setText(filled(translate("SealCard", "Sealed %1"), day))
        self.change.set_caption(translate("SealCard", "Break the seal…"))

    def _ask(self) -> None:
        if sealing.books_state(self._workplace.event_file).seal is None:
            self._ask_sealing()
        else:
            self._ask_unsealing()

    def _ask_sealing(self) -> None:
        translate = QCoreApplication.translate
        event_file, wording = self._workplace.event_file, self._workplace.wording
        noted = sealing.find_obstacles(event_file)
        dialog = FormDialog(
            self,
            translate("SealCard", "Seal the books"),
            deed=translate("SealCard", "Seal"),
            meaning=translate(
                "SealCard",
                "Nothing can be booked any more, until the seal is broken with a reason.",
            ),
        )
        for finding in noted[:_MOST_NOTED]:
            mark = "✕" if finding.level is Level.RED else "!"
            tone: Tone = "danger" if finding.level is Level.RED else "warn"
            words = f"{mark} {sentence_of(finding, wording)}"
            dialog.body.addWidget(Label(words, tone=tone, wrap=True))
        if not dialog.taken():
            return
        try:
            seal = sealing.seal_event(
                event_file, now=self._workplace.now(), operator=self._workplace.operator
            )
        except ReceptionError as error:
            self.refused.emit(error)
            return
        words = translate("SealCard", "The books are final: version %1 of the report.")
        self.acted.emit(filled(words, seal.version))

    def _ask_unsealing(self) -> None:
        translate = QCoreApplication.translate
        title = translate("SealCard", "Break the seal")
        reason = ReasonDialog.ask(
            self, title, title,
            meaning=translate("SealCard", "The next seal makes a new version of the report."),
        )  # fmt: skip
        if reason is None:
            return
        try:
            sealing.unseal_event(
                self._workplace.event_file, reason, now=self._workplace.now(),
                operator=self._workplace.operator,
            )  # fmt: skip
        except ReceptionError as error:
            self.refused.emit(error)
            return
        self.acted.emit(translate("SealCard", "The books are open again."))

    def _ask_archive(self) -> None:
        translate = QCoreApplication.translate
        event_file = self._workplace.event_file
        word = translate("SealCard", "books")
        name = file_name(f"{settings.find_event(event_file).name} {word}")
        chosen = QFileDialog.getExistingDirectory(
            self, translate("SealCard", "Where the archive folder goes"),
            str(event_file.path.parent),
        )  # fmt: skip
        if chosen:
            self.write_archive(Path(chosen) / name)

    def write_archive(self, folder: Path) -> None:
        """Write all books into this new folder, beside the window."""
        snapshot, now = self._workplace.event_file.snapshot(), self._workplace.now()

        def work(progress: Progress) -> Path:
            from reception_app.services.archive import write_archive

            write_archive(snapshot, folder, now=now, progress=progress)
            return folder

        caption = QCoreApplication.translate("SealCard", "Writing the archive folder…")
        run_long_work(self, caption, work, self._tell_archive, self.refused.emit)

    def _tell_archive(self, folder: Path) -> None:
        words = QCoreApplication.translate("SealCard", "The folder %1 is written.")
        self.told.emit(filled(words, folder.name))
