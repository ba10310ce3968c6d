"""“Phones do not come in”: what was looked at, the likely causes, and how to mend each."""

import sys

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.joining.check import Finding, findings, network_words
from dilemmaspel.desktop.joining.phones import PhonesState
from dilemmaspel.desktop.widgets.kit import box, label, named, say, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.texts import Texts


class _FindingRow(QWidget):
    def __init__(self, key: str) -> None:
        super().__init__()
        named(self, f"cause_{key}")
        self._happens = label("", "strong", f"causeHappens_{key}")
        self._mend = label("", "text", f"causeMend_{key}")
        column = QVBoxLayout(self)
        tight(column, 2)
        column.addWidget(self._happens)
        column.addWidget(self._mend)

    def show_finding(self, number: int, finding: Finding) -> None:
        """Show a cause with its place in the order, and its mend."""
        happens = f"{number}. {finding.happens}"
        self._happens.setText(happens)
        self._mend.setText(finding.mend)
        self.setAccessibleName(f"{happens} {finding.mend}")


class CheckCard(QWidget):
    """Shows the check as the phones stand now; looking again changes nothing else."""

    def __init__(self, t: Texts, platform: str = sys.platform) -> None:
        super().__init__()
        self._t = t
        self._platform = platform
        named(self, "phoneCheck", t("Phones do not come in"))
        frame, inside = box("notice", "phoneCheckFrame", 10, 14)
        inside.addWidget(label(t("Phones do not come in"), "heading"))
        self._facts = label("", "text", "phoneCheckFacts")
        inside.addWidget(self._facts)
        rows = QVBoxLayout()
        tight(rows, 10)
        self._rows: Rows[str, _FindingRow] = Rows(rows, _FindingRow)
        inside.addLayout(rows)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(frame)

    def show_state(self, state: PhonesState) -> None:
        """Show what is the matter, the likeliest first."""
        found = findings(self._t, state, self._platform)
        say(self._facts, self._looked_at(state))
        rows = self._rows.keep([one.key for one in found])
        for number, (row, finding) in enumerate(zip(rows, found, strict=True), start=1):
            row.show_finding(number, finding)

    def _looked_at(self, state: PhonesState) -> str:
        t, network = self._t, state.network
        if network is None:
            return ""
        listens = t("The game listens: {where}.", where=network_words(t, network))
        none = t("No other device has come by yet.")
        visits = t("Other devices did come by.")
        return f"{listens} {visits if state.visits else none}"
