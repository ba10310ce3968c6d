"""Qt's own words, in the language of the game: the menu of a text field, the choice of a folder."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def translate_qt(app: QCoreApplication, language: str) -> bool:
    """Load Qt's words in a language; returns whether Qt has them, else they stay English."""
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return words.load(f"qtbase_{language}", folder) and app.installTranslator(words)
