"""What does not come out well, told before anything is printed; looked for beside the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reception_app.documents.name_tag import TagProblem
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Progress
from reception_app.services.name_tags import TagJob, find_problems
from reception_app.ui.background import LongWork
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.wording import Wording


class ProblemCard(Card):
    """Lists the tags that somebody should look at."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._work: LongWork[tuple[TagProblem, ...]] | None = None
        self._title = Label(bold=True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.body.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)

    def look_at(self, job: TagJob) -> None:
        """Look through all tags of the job."""
        self.stop()
        self._title.setText(QCoreApplication.translate("ProblemCard", "Looking at every tag…"))
        self._title.set_tone("muted")
        self.list.hide()

        def work(progress: Progress) -> tuple[TagProblem, ...]:
            return find_problems(job, progress=progress)

        # The program's, not the card's: the card may be gone before the work has ended.
        looking = LongWork(work, QApplication.instance() or self)
        looking.done.connect(lambda found: self._show(looking, found))
        looking.refused.connect(lambda error: self._leave(looking, error))
        self._work = looking
        looking.start()

    def stop(self) -> None:
        """Look no longer."""
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _show(self, work: LongWork[tuple[TagProblem, ...]], problems: Sequence[TagProblem]) -> None:
        if work is not self._work:
            return
        self._work = None
        lines = [
            self._wording.text(
                "tag_problem", problem.kind.value, number=problem.number, text=problem.text
            )
            for problem in problems
        ]
        self.list.setPlainText("\n".join(lines))
        self.list.setVisible(bool(lines))
        count = len(lines)
        words = QCoreApplication.translate("NameTagsPage", "%n tag(s) to look at", "", count)
        fine = QCoreApplication.translate(
            "NameTagsPage", "Every name fits and every sign is there."
        )
        self._title.setText(words if lines else fine)
        self._title.set_tone("warn" if lines else "good")

    def _leave(self, work: LongWork[tuple[TagProblem, ...]], _error: ReceptionError) -> None:
        """It was stopped, or there is no page; the preview says so."""
        if work is self._work:
            self._work = None
