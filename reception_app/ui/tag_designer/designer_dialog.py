"""The designer: a tag to drag things on, its layers and properties, and a whole sheet beside it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from reception_app.documents.picture_file import Picture, read_picture
from reception_app.documents.tag_design_file import SUFFIX, write_template
from reception_app.domain.errors import ReceptionError
from reception_app.domain.tag_design import Frame, PictureElement, TagDesign
from reception_app.domain.tag_design_edit import Face
from reception_app.services import tag_designs
from reception_app.services.name_tags import TagSelection, make_name_tags, select_for_tags
from reception_app.services.tag_samples import sample_tags
from reception_app.storage import guests, settings
from reception_app.ui import theme
from reception_app.ui.parts.card import Card
from reception_app.ui.parts.label import Label
from reception_app.ui.parts.message import ask_to_save
from reception_app.ui.parts.notice import Notice, NoticeTone
from reception_app.ui.parts.screen_text import filled
from reception_app.ui.tag_designer.align_bar import AlignBar
from reception_app.ui.tag_designer.canvas import Canvas
from reception_app.ui.tag_designer.element_panel import ElementPanel
from reception_app.ui.tag_designer.layer_panel import LayerPanel
from reception_app.ui.tag_designer.live_sheet import LiveSheet
from reception_app.ui.tag_designer.open_design import OpenDesign
from reception_app.ui.tag_designer.shown_guest import ShownGuest
from reception_app.ui.tag_designer.title_bar import TitleBar
from reception_app.ui.workplace import Workplace
from reception_app.wording import Wording

_SIDE_WIDTH, _PANEL_WIDTH = 250, 320
_PICTURE_SIZE = (24.0, 16.0)


class DesignerDialog(QDialog):
    """Changes one design after the other; nothing is kept until it is saved."""

    def __init__(self, window: QWidget, workplace: Workplace, design: TagDesign) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._paper_words = Wording(settings.find_event(workplace.event_file).language)
        self.work = OpenDesign(self._named(design))
        self.title = TitleBar(self.work)
        self.align = AlignBar(self.work)
        self.canvas = Canvas(self.work, self._paper_words)
        self.layers = LayerPanel(self.work)
        self.panel = ElementPanel(self.work)
        self.sheet = LiveSheet(self.work, self._paper_words)
        self.guest = ShownGuest()
        self.snapping = QCheckBox(QCoreApplication.translate("DesignerDialog", "Snap"))
        self.flaws = Label(tone="warn", wrap=True)
        self.notice = Notice(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._pictures: dict[str, Picture] = {}
        self._pictured: object = None
        self._build_layout()
        self._connect()
        self._list_designs()
        self._load_samples()
        self._refresh()
        if window.width() > self.minimumWidth():
            self.resize(window.window().size() * 0.98)

    def save(self) -> bool:
        """Keep the design in the event; a shipped one is kept as a copy. Says whether it was."""
        work, place = self.work, self._workplace
        design = work.design
        if tag_designs.is_shipped(design.key):
            words = QCoreApplication.translate("DesignerDialog", "%1 (own)")
            same_name = design.name == self._named(design).name
            name = filled(words, design.name) if same_name else design.name
            design = replace(design, key="", name=name)
        try:
            kept = tag_designs.save_design(
                place.event_file, design, work.pictures.values(), now=place.now(),
                operator=place.operator,
            )  # fmt: skip
        except ReceptionError as error:
            self.tell_trouble(error)
            return False
        work.note_saved(kept)
        self._list_designs()
        self.notice.tell(QCoreApplication.translate("DesignerDialog", "The design is saved."))
        return True

    def use(self) -> None:
        """Save what is changed, and print all tags in this design from now on."""
        if self.work.is_changed and not self.save():
            return
        place, design = self._workplace, self.work.design
        if self._done(
            lambda: tag_designs.use_design(
                place.event_file, design.key, now=place.now(), operator=place.operator
            )
        ):
            self.accept()

    def open_design(self, design: TagDesign) -> None:
        """Put another design on the table, once what was changed is saved or given up."""
        if self._may_leave():
            self.work.open(design)
        self._list_designs()

    def open_template(self, path: Path) -> None:
        """Keep the design of a template file and open it."""
        place = self._workplace
        taken: list[TagDesign] = []
        if self._done(
            lambda: taken.append(
                tag_designs.take_in_template(
                    place.event_file, path, now=place.now(), operator=place.operator
                )
            )
        ):
            self.work.open(taken[0])
            self._list_designs()

    def save_template(self, path: Path) -> None:
        """Write the design as it is now as a template file."""
        work = self.work
        event = self._workplace.event_file
        target = path if path.suffix else path.with_suffix(SUFFIX)
        pictures = tag_designs.find_pictures(event, work.design.pictures) | work.pictures
        if self._done(lambda: write_template(target, work.design, pictures)):
            words = QCoreApplication.translate("DesignerDialog", "The template is in %1.")
            self.notice.tell(filled(words, target.name))

    def add_picture(self, path: Path) -> None:
        """Let the selected picture show this file, or add it as a new one."""
        work = self.work
        try:
            picture = read_picture(path)
        except ReceptionError as error:
            self.tell_trouble(error)
            return
        chosen = work.elements[work.only] if work.only is not None else None
        if isinstance(chosen, PictureElement):
            work.show_picture(chosen, picture)
            return
        width = min(_PICTURE_SIZE[0], work.design.width)
        height = min(_PICTURE_SIZE[1], work.design.height)
        frame = Frame(
            round((work.design.width - width) / 2, 2), round((work.design.height - height) / 2, 2),
            width, height,
        )  # fmt: skip
        work.add(PictureElement(frame, picture.key), picture)

    def remove_design(self) -> None:
        """Offer an own design no longer."""
        place, key = self._workplace, self.work.design.key
        if self._done(
            lambda: tag_designs.remove_design(
                place.event_file, key, now=place.now(), operator=place.operator
            )
        ):
            self.work.open(tag_designs.find_looks(place.event_file).design)
            self.work.open(self._named(self.work.design))
            self._list_designs()

    def tell_trouble(self, error: ReceptionError) -> None:
        """Say what went wrong."""
        self.notice.tell(self._workplace.wording.error(error), NoticeTone.TROUBLE)

    def reject(self) -> None:
        """Leave, once what was changed is saved or given up."""
        if self._may_leave():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing it is leaving."""
        if self._may_leave():
            event.accept()
        else:
            event.ignore()

    def _build_layout(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("DesignerDialog", "Name tag designer"))
        self.setMinimumSize(1040, 620)
        self.snapping.setChecked(True)
        layers = Card(translate("DesignerDialog", "On this side"), padding=12)
        layers.body.addWidget(self.layers, 1)
        sheet = Card(translate("DesignerDialog", "A whole sheet"), padding=12)
        sheet.body.addWidget(self.sheet, 1)
        side = QVBoxLayout()
        side.setSpacing(theme.GRID)
        side.addWidget(layers, 6)
        side.addWidget(sheet, 5)
        tools = QHBoxLayout()
        tools.setSpacing(theme.GRID)
        tools.addWidget(self.align)
        tools.addWidget(self.snapping)
        tools.addStretch()
        middle = QVBoxLayout()
        middle.setSpacing(theme.GRID)
        middle.addLayout(tools)
        middle.addWidget(self.canvas, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID * 2)
        foot.addWidget(self.flaws, 1)
        foot.addWidget(self.guest, alignment=Qt.AlignmentFlag.AlignRight)
        middle.addLayout(foot)
        properties = Card(padding=12)
        properties.body.addWidget(self.panel, 1)
        for widget, width in (
            (layers, _SIDE_WIDTH), (sheet, _SIDE_WIDTH), (properties, _PANEL_WIDTH),
        ):  # fmt: skip
            widget.setFixedWidth(width)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID * 2)
        row.addLayout(side)
        row.addLayout(middle, 1)
        row.addWidget(properties)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(12)
        page.addWidget(self.title)
        page.addLayout(row, 1)

    def _connect(self) -> None:
        work = self.work
        work.changed.connect(self._soon.start)
        self._soon.timeout.connect(self._refresh)
        self.snapping.toggled.connect(lambda on: setattr(self.canvas, "snapping", on))
        self.guest.chosen.connect(self._show_guest)
        self.guest.wanted.connect(self._find_guest)
        self.title.save.clicked.connect(self.save)
        self.title.use.clicked.connect(self.use)
        self.title.leave.clicked.connect(self.reject)
        self.title.design_chosen.connect(self._open_by_key)
        self.title.template_asked.connect(self._ask_template)
        self.title.export_asked.connect(self._ask_export)
        self.title.remove_asked.connect(self.remove_design)
        self.layers.picture_asked.connect(self._ask_picture)
        self.panel.picture_asked.connect(self._ask_picture)
        for keys, deed in (
            ("Ctrl+Z", work.undo), ("Ctrl+Y", work.redo), ("Ctrl+Shift+Z", work.redo),
            ("PgUp", lambda: work.layer(1)), ("PgDown", lambda: work.layer(-1)),
            ("Ctrl+A", lambda: work.select(frozenset(range(len(work.elements))))),
            ("F6", self._turn_over),
            ("Ctrl+Return", self.use),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _turn_over(self) -> None:
        self.work.show_face(Face.BACK if self.work.face is Face.FRONT else Face.FRONT)

    def _refresh(self) -> None:
        """Show what follows from the design: the sheet, its flaws, what can be undone."""
        self.title.refresh()
        self._find_pictures()
        self.sheet.refresh()
        self.flaws.setText(self.sheet.flaw_words(self._workplace.wording))
        self.flaws.setVisible(bool(self.flaws.text()))

    def _find_pictures(self) -> None:
        """Let canvas and sheet have the pictures of the design, when it shows others now."""
        work = self.work
        shown = (work.design.pictures, frozenset(work.pictures))
        if shown == self._pictured:
            return
        self._pictured = shown
        event = self._workplace.event_file
        looks = tag_designs.find_looks(event, design=work.design, draft=work.pictures)
        self._pictures = dict(looks.pictures)
        self.sheet.use_pictures(self._pictures)
        self._show_guest()

    def _named(self, design: TagDesign) -> TagDesign:
        """A shipped design with its name in the language of the window."""
        if not tag_designs.is_shipped(design.key):
            return design
        return tag_designs.find_design(
            self._workplace.event_file, design.key, self._workplace.wording
        )

    def _list_designs(self) -> None:
        designs = tag_designs.list_designs(self._workplace.event_file, self._workplace.wording)
        self.title.show_designs(designs)

    def _load_samples(self) -> None:
        event = self._workplace.event_file
        paper = tag_designs.find_tag_sheet(event)
        tags = sample_tags(event, max(paper.labels, 10))
        self.sheet.show_tags(tags, paper)
        self.guest.show_tags(tags)
        self._show_guest()

    def _show_guest(self) -> None:
        tag = self.guest.tag
        if tag is not None:
            self.canvas.show_tag(tag, self._pictures)

    def _find_guest(self, text: str) -> None:
        """Show the tag of the guest whom the text means."""
        event = self._workplace.event_file
        hits = guests.search_guests(event, text, limit=1)
        rows = select_for_tags(event, TagSelection.ALL, only=frozenset(hit.id for hit in hits))
        if not rows:
            words = QCoreApplication.translate("DesignerDialog", "Nobody is found by “%1”.")
            self.notice.tell(filled(words, text), NoticeTone.NOTE)
            return
        self.guest.add_tag(make_name_tags(event, rows)[0])
        self._show_guest()

    def _open_by_key(self, key: str) -> None:
        place = self._workplace
        self.open_design(tag_designs.find_design(place.event_file, key, place.wording))

    def _ask_template(self) -> None:
        translate = QCoreApplication.translate
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("DesignerDialog", "Open a template"),
            str(self._workplace.event_file.path.parent),
            translate("DesignerDialog", "Name tag templates (*%1)").replace("%1", SUFFIX),
        )
        if chosen and self._may_leave():
            self.open_template(Path(chosen))

    def _ask_export(self) -> None:
        translate = QCoreApplication.translate
        folder = self._workplace.event_file.path.parent
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("DesignerDialog", "Save as a template"),
            str(folder / f"{self.work.design.name or 'tag'}{SUFFIX}".replace("/", "-")),
            translate("DesignerDialog", "Name tag templates (*%1)").replace("%1", SUFFIX),
        )
        if chosen:
            self.save_template(Path(chosen))

    def _ask_picture(self) -> None:
        translate = QCoreApplication.translate
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("DesignerDialog", "Choose a picture"),
            str(self._workplace.event_file.path.parent),
            translate("TagTools", "Pictures (*.png *.jpg *.jpeg *.svg *.gif *.webp *.bmp *.tif)"),
        )
        if chosen:
            self.add_picture(Path(chosen))

    def _done(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except ReceptionError as error:
            self.tell_trouble(error)
            return False
        return True

    def _may_leave(self) -> bool:
        """Whether nothing is lost: saved, given up, or nothing was changed."""
        if not self.work.is_changed:
            return True
        translate = QCoreApplication.translate
        to_save = ask_to_save(
            self,
            translate("DesignerDialog", "Name tag designer"),
            translate("DesignerDialog", "The design is changed. Save it?"),
        )
        if to_save:
            return self.save()
        if to_save is False:
            self.work.open(self._workplace_design())
            return True
        return False

    def _workplace_design(self) -> TagDesign:
        """The design as it was saved last."""
        place, key = self._workplace, self.work.design.key
        known = {d.key: d for d in tag_designs.list_designs(place.event_file, place.wording)}
        return known.get(key, self._named(tag_designs.find_looks(place.event_file).design))
