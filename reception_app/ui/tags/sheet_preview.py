"""The sheets before they are printed: one at a time, exactly as the printer gets them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_app.documents.name_tags import PlacedMarks, TagSheets, cut_marks
from reception_app.services.name_tags import TagJob
from reception_app.ui import theme
from reception_app.ui.paper.page_view import PageView
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label


class SheetPreview(Card):
    """Shows a page of a job, and leads to the next and the one before."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("SheetPreview", "As it will be printed"))
        self._job: TagJob | None = None
        self._sheets: TagSheets | None = None
        self._number = 0
        self.page = PageView()
        self.before = ActionButton("", key="PgUp", icon="caret_left", height=28)
        self.after = ActionButton("", key="PgDown", icon="caret_right", height=28)
        self.before.setAccessibleName(translate("SheetPreview", "The page before"))
        self.after.setAccessibleName(translate("SheetPreview", "The next page"))
        self.place = Label(tone="muted")
        self._build_layout()
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))

    def show_job(self, job: TagJob) -> None:
        """Show the first page of these tags, or the words that there are none."""
        same_place = self._job is not None and len(job.tags) == len(self._job.tags)
        self._job = job
        if not job.tags:
            self._sheets, self._number = None, 0
            self._show()
            return
        self._sheets = job.on_sheets()
        self._number = min(self._number, self._sheets.count - 1) if same_place else 0
        self._show()

    def turn(self, by: int) -> None:
        """Go so many pages on."""
        if self._sheets is not None:
            self._number = max(0, min(self._number + by, self._sheets.count - 1))
            self._show()

    def _show(self) -> None:
        count = self._sheets.count if self._sheets else 0
        several = count > 1
        for widget in (self.before, self.after):
            widget.setVisible(several)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number < count - 1)
        self.place.setText(f"{self._number + 1:,} / {count:,}" if count else "")
        if self._sheets is None or self._job is None:
            words = QCoreApplication.translate("NameTagsPage", "There is no tag to print.")
            self.page.show_words(words)
            return
        paper = self._job.paper
        margins = [PlacedMarks(cut_marks(paper), 0, 0)] if paper.cut_marks else []
        placed = self._sheets.page(self._number).placed
        self.page.show_page(paper.sheet.page, [*margins, *placed])

    def _build_layout(self) -> None:
        assert self.head is not None
        turning = QWidget()
        row = QHBoxLayout(turning)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.before)
        row.addWidget(self.place)
        row.addWidget(self.after)
        self.head.addWidget(turning)
        self.body.addWidget(self.page, 1)
