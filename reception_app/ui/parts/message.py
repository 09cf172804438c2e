"""The boxes that stop a person: to tell something grave, and to ask before doing it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reception_app.ui.parts.label import button_caption


def tell(window: QWidget | None, title: str, text: str) -> None:
    """Show `text` until it is read."""
    box = _box(window, title, text)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.exec()


def ask(window: QWidget | None, title: str, text: str, *, yes: str) -> bool:
    """Ask before doing something; `yes` names the deed, Escape and the safe default is Cancel."""
    box = _box(window, title, text)
    deed = box.addButton(button_caption(yes), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(
        QCoreApplication.translate("Message", "Cancel"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is deed


def ask_to_save(window: QWidget | None, title: str, text: str) -> bool | None:
    """Ask before changes are left behind: True to save them, False to drop them, None to stay."""
    box = _box(window, title, text)
    button = QMessageBox.StandardButton
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    return {button.Save: True, button.Discard: False}.get(button(box.exec()))


def _box(window: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    return box
