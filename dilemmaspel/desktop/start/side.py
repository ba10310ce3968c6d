"""About the chosen scenario, for the facilitator: its picture, what it touches, its guide."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.cards import sign_of
from dilemmaspel.desktop.widgets.cover import Cover
from dilemmaspel.desktop.widgets.kit import box, button, label, named, reworded, say, tight
from dilemmaspel.desktop.widgets.titles import title_parts
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.texts import Texts

COVER = QSize(800, 450)


class ScenarioSide(QWidget):
    """Everything an author wants a facilitator to know before people come in."""

    def __init__(self, t: Texts, entry: Loaded, scenario: Scenario) -> None:
        super().__init__()
        self._t = t
        named(self, "about", t("About this scenario"))
        self.cover = Cover(sign_of(scenario))
        self.remarks: QPushButton = button("remarks", "", "info", "quiet")
        column = QVBoxLayout(self)
        tight(column, 10)
        column.setContentsMargins(0, 0, 8, 12)
        column.addWidget(self.cover)
        name, rest = title_parts(scenario.title)
        column.addWidget(label(name, "heading", "aboutTitle"))
        if rest:
            column.addWidget(label(rest, "strong", "aboutSubtitle"))
        self._say(column, scenario.summary, "text", "aboutSummary")
        self._say(column, scenario.place, "muted", "aboutPlace")
        if scenario.sensitivity:
            column.addWidget(self._sensitive(scenario))
        self._titled(column, t("What people can learn"), _listed(scenario.learning_goals))
        self._guide(column, scenario.guide.strip())
        number = len(entry.problems)
        words = t.plural("{n} remark about this file", "{n} remarks about this file", number)
        reworded(self.remarks, words)
        column.addWidget(self.remarks)
        self.remarks.setVisible(number > 0)
        column.addStretch(1)

    def show_cover(self, image: QImage | None, words: str) -> None:
        """Show the picture of the scenario."""
        self.cover.show_image(image, words)

    def _sensitive(self, scenario: Scenario) -> QWidget:
        frame, inside = box("notice", "sensitive", 4, 12)
        inside.addWidget(label(self._t("May touch people"), "strong"))
        inside.addWidget(label(", ".join(scenario.sensitivity), "text", "sensitiveWords"))
        return frame

    def _titled(self, column: QVBoxLayout, title: str, text: str) -> None:
        if text:
            column.addSpacing(4)
            column.addWidget(label(title, "strong"))
            column.addWidget(label(text, "text"))

    def _guide(self, column: QVBoxLayout, guide: str) -> None:
        """The guide in parts: what stands before a colon at the start of one is its heading."""
        if not guide:
            return
        column.addSpacing(4)
        column.addWidget(label(self._t("For you as facilitator"), "strong"))
        for head, text in parts_of(guide):
            part = QVBoxLayout()
            tight(part, 2)
            if head:
                part.addWidget(label(head, "eyebrow", "guideHead"))
            part.addWidget(label(text, "text", "guideText"))
            column.addLayout(part)

    def _say(self, column: QVBoxLayout, text: str, level: str, name: str) -> None:
        made: QLabel = label("", "muted" if level == "muted" else "text", name)
        say(made, text)
        column.addWidget(made)


def parts_of(guide: str) -> tuple[tuple[str, str], ...]:
    """The paragraphs of a guide, each with the one word that stands before its colon, or none."""
    found = []
    for part in guide.split("\n\n"):
        head, colon, rest = part.partition(": ")
        if colon and head.isalpha() and rest:
            found.append((head, rest[0].upper() + rest[1:]))
        else:
            found.append(("", part))
    return tuple(found)


def _listed(lines: tuple[str, ...]) -> str:
    return "\n".join(f"• {line}" for line in lines)
