"""The head of the import: which file, which of its sheets, in which encoding it was read."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from reception_app.documents.guest_sheet.raw_list import RawList
from reception_app.documents.guest_sheet.text_list import ENCODINGS
from reception_app.ui import theme
from reception_app.ui.parts.action_button import ActionButton
from reception_app.ui.parts.label import Label
from reception_app.ui.theme import Type


class ListSource(QWidget):
    """Where the list comes from; a person may choose another sheet, encoding or file."""

    sheet_chosen = Signal(str)
    encoding_chosen = Signal(str)
    another_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._file = Label(tone="muted", elide=True)
        self.sheets = QComboBox()
        self.encodings = QComboBox()
        self._another = ActionButton(translate("ListSource", "Another file…"))
        self.sheets.setAccessibleName(translate("ListSource", "Sheet"))
        self.encodings.setAccessibleName(translate("ListSource", "Encoding"))
        self.encodings.addItems(ENCODINGS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID * 2)
        row.addWidget(Label(translate("ListSource", "Import a list"), size=Type.TITLE, bold=True))
        row.addWidget(self._file, 1)
        for part in (self.sheets, self.encodings, self._another):
            row.addWidget(part)
            part.hide()
        self._another.setAutoDefault(False)
        self._another.clicked.connect(self.another_asked)
        self.sheets.textActivated.connect(self.sheet_chosen)
        self.encodings.textActivated.connect(self.encoding_chosen)

    def show_list(self, raw: RawList) -> None:
        """Say what was read; a wrong guess at the encoding shows in the names."""
        pasted = QCoreApplication.translate("ListSource", "Pasted cells")
        self._file.setText(raw.file or pasted)
        self.sheets.clear()
        self.sheets.addItems(raw.sheets)
        self.sheets.setCurrentText(raw.sheet)
        self.sheets.setVisible(len(raw.sheets) > 1)
        self.encodings.hide()
        if raw.encoding:
            self.offer_encodings(raw.encoding)
        self._another.show()

    def offer_encodings(self, current: str = ENCODINGS[0]) -> None:
        """Let a person say how a text file is encoded."""
        self.encodings.setCurrentText(current)
        self.encodings.show()
        self._another.show()
