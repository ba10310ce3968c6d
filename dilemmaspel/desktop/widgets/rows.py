"""A list of widgets that keeps what stays: focus and typed text survive a refresh."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row", bound=QWidget)


class Rows(Generic[Key, Row]):
    """The rows of a layout, one per key; only rows whose key comes or goes are made or removed."""

    def __init__(self, layout: QBoxLayout, make: Callable[[Key], Row]) -> None:
        self._layout = layout
        self._make = make
        self._rows: dict[Key, Row] = {}

    def keep(self, keys: Sequence[Key]) -> tuple[Row, ...]:
        """Show exactly one row per key, in this order, and return them."""
        for key in [key for key in self._rows if key not in keys]:
            self._remove(self._rows.pop(key))
        for place, key in enumerate(keys):
            self._place(key, place)
        return tuple(self._rows[key] for key in keys)

    def _place(self, key: Key, place: int) -> None:
        if key not in self._rows:
            self._rows[key] = self._make(key)
        row = self._rows[key]
        if self._layout.indexOf(row) != place:
            self._layout.insertWidget(place, row)

    def _remove(self, row: Row) -> None:
        self._layout.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()
