"""Qt's own words, in the language of the game: the menu of a text field, the choice of a folder."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from dilemmaspel.game.ids import frozen
from dilemmaspel.texts import LANGUAGES, Texts, mark

_LEFT_OUT: Final[Mapping[str, tuple[str, ...]]] = frozen(
    {
        "QFileDialog": (mark("&Look in:"), mark("Files of &type:")),
        "QAbstractFileIconProvider": (
            mark("Drive"),
            mark("File"),
            mark("%1 File"),
            mark("File Folder"),
            mark("Folder"),
            mark("Shortcut"),
            mark("Unknown"),
        ),
        "QPlatformTheme": (mark("Reset"),),
    }
)
"""What Qt 6 says in the choice of a file or folder and its Dutch does not know, by context."""


class LeftOutWords(QTranslator):
    """Knows in our catalogue what the words of Qt leave out, and nothing else."""

    def __init__(self, t: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = {
            (context, source): t(source)
            for context, sources in _LEFT_OUT.items()
            for source in sources
        }

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the words, or None, at which Qt asks the next translator."""
        # An empty text would be shown; of None Qt makes the null text that means "not here".
        return self._words.get((context, sourceText))  # type: ignore[return-value]


def translate_qt(app: QCoreApplication, language: str) -> bool:
    """Load Qt's words in a language; returns whether Qt has them, else they stay English."""
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not (words.load(f"qtbase_{language}", folder) and app.installTranslator(words)):
        return False
    if language in LANGUAGES:
        app.installTranslator(LeftOutWords(Texts(language), app))
    return True
