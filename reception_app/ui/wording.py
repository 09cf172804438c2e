"""The language of the window: Qt's translators for screen texts, `Wording` for shared sentences."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reception_app import paths
from reception_app.wording import LANGUAGES, Wording

SYSTEM = "system"
"""The choice of language that follows the operating system."""

LANGUAGE_NAMES = {"en": "English", "ja": "日本語"}
"""Each language in its own words."""


def chosen_language(choice: str) -> str:
    """The language to speak, `en` or `ja`, for a choice of `system`, `en` or `ja`."""
    if choice in LANGUAGES:
        return choice
    return "ja" if QLocale.system().language() is QLocale.Language.Japanese else "en"


def speak(app: QApplication, language: str) -> Wording:
    """Let the whole window speak `language`; open widgets hear a LanguageChange event."""
    for translator in app.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{language}", qt_folder),
        (f"reception_{language}", str(paths.resource("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
    return Wording(language)
