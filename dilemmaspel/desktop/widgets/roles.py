"""A role's sign in its colour; the name stands beside it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dilemmaspel.desktop.style import has_icon, icon
from dilemmaspel.desktop.widgets.kit import em
from dilemmaspel.game.scenario import Role
from dilemmaspel.theme import load_theme

_ANYBODY = "person"


class RoleSign(QLabel):
    """The drawing of a role; a role without one of its own is drawn as a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: str | None = None
        side = round(em() * 1.4)
        self._side = QSize(side, side)
        self.setFixedSize(self._side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_role(self, role: Role) -> None:
        """Show the sign of a role."""
        if role.id == self._role:
            return
        self._role = role.id
        dark = self.palette().window().color().lightness() < 128
        colour = load_theme("dark" if dark else "light").role(role.color)
        drawing = role.id if has_icon(role.id) else _ANYBODY
        self.setPixmap(icon(drawing, colour, self._side.width()).pixmap(self._side))
