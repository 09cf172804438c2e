"""What is done with name tags now and then: designs, spare tags, table cards, printers, logo."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from reception_app.documents.label_sheet import TABLE_CARDS
from reception_app.documents.name_tag import TagProblem
from reception_app.documents.name_tags import TagPaper
from reception_app.documents.picture_file import read_picture
from reception_app.documents.shipped_designs import TABLE_CARD
from reception_app.domain.progress import Progress
from reception_app.services import tag_designs
from reception_app.services.name_tags import (
    TagOrder,
    TagSelection,
    draft_name_tags,
    in_order,
    make_job,
    select_for_tags,
)
from reception_app.services.spare_badges import make_spare_badges
from reception_app.ui.background import run_long_work
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.preferences import Preferences
from reception_app.ui.tags.category_designs_dialog import CategoryDesignsDialog
from reception_app.ui.tags.door_printing_dialog import DoorPrintingDialog
from reception_app.ui.tags.own_sheet_dialog import OwnSheetDialog
from reception_app.ui.tags.printer_fit_dialog import PrinterFitDialog
from reception_app.ui.tags.spare_dialog import SpareDialog
from reception_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception_app.ui.tags.name_tags_page import NameTagsPage


class TagTools(QObject):
    """The deeds of the menu; `changed` tells that the event prints its tags otherwise now.

    `door_printing_chosen` tells that this computer has another printer for the door.
    """

    changed = Signal()
    door_printing_chosen = Signal()

    def __init__(
        self, page: "NameTagsPage", workplace: Workplace, preferences: Preferences
    ) -> None:
        super().__init__(page)
        self._page = page
        self._workplace = workplace
        self._preferences = preferences

    def fill(self, menu: QMenu) -> None:
        """Put everything there is to do into a menu."""
        translate = QCoreApplication.translate
        deeds: tuple[tuple[str, Callable[[], object]] | None, ...] = (
            (translate("TagTools", "Design name tags…"), self.open_designer),
            (translate("TagTools", "Designs by category…"), self.ask_categories),
            (translate("TagTools", "Event logo…"), self.ask_logo),
            (translate("TagTools", "Without logo"), self.remove_logo),
            None,
            (translate("TagTools", "Spare tags…"), self.ask_spares),
            (translate("TagTools", "Table cards as PDF…"), self.ask_table_cards),
            None,
            (translate("TagTools", "Align a printer…"), self.align_printer),
            (translate("TagTools", "Printing at the door…"), self.ask_door_printing),
        )
        for deed in deeds:
            if deed is None:
                menu.addSeparator()
                continue
            action = menu.addAction(deed[0])
            action.triggered.connect(lambda _checked=False, do=deed[1]: do())

    def open_designer(self) -> None:
        """Let a person change designs."""
        from reception_app.ui.tag_designer.designer_dialog import DesignerDialog

        looks = self._page.paper.looks
        dialog = DesignerDialog(self._page, self._workplace, looks.design)
        dialog.exec()
        dialog.deleteLater()
        self.changed.emit()

    def ask_own_sheet(self) -> None:
        """Let a person describe a sheet."""
        work = self._workplace
        used = tag_designs.find_tag_sheet(work.event_file)
        sheet = OwnSheetDialog.ask(self._page, work.wording, used)
        if sheet is not None:
            self._page.act(
                lambda: tag_designs.use_sheet(
                    work.event_file, sheet, now=work.now(), operator=work.operator
                )
            )

    def ask_categories(self) -> None:
        """Let a person choose designs by category."""
        work = self._workplace
        for category, key in CategoryDesignsDialog.ask(self._page, work).items():
            self._page.act(
                lambda category=category, key=key: tag_designs.use_design(  # type: ignore[misc]  # bound at once
                    work.event_file, key, category=category, now=work.now(),
                    operator=work.operator,
                )
            )  # fmt: skip

    def ask_logo(self) -> None:
        """Let a person choose the event's logo."""
        translate = QCoreApplication.translate
        chosen, _ = QFileDialog.getOpenFileName(
            self._page,
            translate("TagTools", "The event's logo"),
            str(self._workplace.event_file.path.parent),
            translate("TagTools", "Pictures (*.png *.jpg *.jpeg *.svg *.gif *.webp *.bmp *.tif)"),
        )
        if chosen:
            self.use_logo(Path(chosen))

    def use_logo(self, path: Path) -> None:
        """Show the picture of this file on all tags that have a place for it."""
        work = self._workplace
        self._page.act(
            lambda: tag_designs.use_logo(
                work.event_file, read_picture(path), now=work.now(), operator=work.operator
            )
        )

    def remove_logo(self) -> None:
        """Show no logo."""
        work = self._workplace
        self._page.act(
            lambda: tag_designs.use_logo(
                work.event_file, None, now=work.now(), operator=work.operator
            )
        )

    def ask_spares(self) -> None:
        """Make blank tags, and show them to be printed."""
        count = SpareDialog.ask(self._page)
        if count is not None:
            self.make_spares(count)

    def make_spares(self, count: int) -> None:
        """Make so many blank tags, and show them to be printed."""
        work = self._workplace
        made = self._page.act(
            lambda: make_spare_badges(
                work.event_file, count, now=work.now(), operator=work.operator
            )
        )
        if made:
            self._page.show_spares()

    def ask_table_cards(self) -> None:
        """Let a person say where the table cards go."""
        translate = QCoreApplication.translate
        path = self._workplace.event_file.path
        kind = translate("TagTools", "Table cards")
        name = f"{path.stem} {kind}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, translate("TagTools", "Save the table cards"), str(path.parent / name),
            "PDF (*.pdf)",
        )  # fmt: skip
        if chosen:
            self.save_table_cards(Path(chosen))

    def save_table_cards(self, path: Path) -> None:
        """Write a card that is folded and stands on the table for everybody who is coming."""
        work = self._workplace
        event = work.event_file
        rows = in_order(event, select_for_tags(event, TagSelection.ALL), TagOrder.TABLE)
        design = tag_designs.find_design(event, TABLE_CARD, work.wording)
        looks = tag_designs.find_looks(event, design=design)
        job = make_job(event, rows, paper=TagPaper(TABLE_CARDS), looks=looks)

        def writing(progress: Progress) -> tuple[TagProblem, ...]:
            return draft_name_tags(path, job, progress=progress)

        def done(_problems: tuple[TagProblem, ...]) -> None:
            words = QCoreApplication.translate("TagTools", "The table cards are in %1.")
            self._page.notice.tell(filled(words, path.name))

        caption = QCoreApplication.translate("TagTools", "Writing the table cards…")
        run_long_work(self._page, caption, writing, done, self._page.tell_trouble)

    def align_printer(self) -> None:
        """Let a person put a printer right."""
        work = self._workplace
        sheet = tag_designs.find_tag_sheet(work.event_file)
        PrinterFitDialog(self._page, self._preferences, work.wording, sheet.page).taken()

    def ask_door_printing(self) -> None:
        """Let a person choose the printer of the door."""
        if DoorPrintingDialog(self._page, self._workplace, self._preferences).taken():
            self.door_printing_chosen.emit()
