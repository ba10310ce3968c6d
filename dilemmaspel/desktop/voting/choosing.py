"""Answering by pressing rows: one of them, or every one that a person can live with."""

from functools import partial

from PySide6.QtWidgets import QWidget

from dilemmaspel.desktop.voting.answer import Answer
from dilemmaspel.desktop.voting.look import column, words
from dilemmaspel.desktop.voting.optionrow import (
    OptionFrame,
    OptionText,
    RowButton,
    badge_of,
    scale_mark,
    spoken_option,
)
from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.views import OptionView
from dilemmaspel.texts import Texts
from dilemmaspel.words.names import capitalised


class RowsAnswer(Answer):
    """Rows that can be pressed; subclasses say what a press does."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        self._buttons: list[RowButton] = []
        self._frames: list[OptionFrame] = []
        self._layout = column(self, 12)

    def _add_row(self, button: RowButton, option: OptionView | None = None) -> None:
        place = len(self._buttons)
        button.clicked.connect(partial(self._on_clicked, place))
        button.moved.connect(partial(self._on_moved, place))
        button.goOn.connect(self.goOn)
        frame = OptionFrame(self._t, option, button)
        button.setEnabled(option is None or not option.blocked)
        self._buttons.append(button)
        self._frames.append(frame)
        self._layout.addWidget(frame)

    def _add_option(self, option: OptionView) -> None:
        name, spoken = f"ballotOption_{option.id}", spoken_option(option)
        parts = OptionText(self._t, option).all
        self._add_row(RowButton(name, spoken, badge_of(option), parts), option)

    def _on_moved(self, place: int, step: int) -> None:
        wanted = place + step
        while 0 <= wanted < len(self._buttons) and not self._buttons[wanted].isEnabled():
            wanted += step
        if 0 <= wanted < len(self._buttons):
            self._buttons[wanted].setFocus()

    def _on_clicked(self, place: int, _checked: bool = False) -> None:  # noqa: FBT002
        self._press(place)
        for at, (button, frame) in enumerate(zip(self._buttons, self._frames, strict=True)):
            button.show_chosen(self._is_chosen(at))
            frame.show_chosen(self._is_chosen(at))
        self.changed.emit()

    def _press(self, place: int) -> None:
        raise NotImplementedError

    def _is_chosen(self, place: int) -> bool:
        raise NotImplementedError

    def pick(self, place: int) -> bool:
        if place >= len(self._buttons) or not self._buttons[place].isEnabled():
            return False
        self._buttons[place].setFocus()
        self._on_clicked(place)
        return True

    def take_focus(self) -> None:
        able = [button for button in self._buttons if button.isEnabled()]
        if able:
            able[0].setFocus()


class OneOption(RowsAnswer):
    """One option; also for a run-off, which is between those that tied."""

    def __init__(
        self, t: Texts, options: tuple[OptionView, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(t, parent)
        self._ids = tuple(option.id for option in options)
        self._chosen: int | None = None
        for option in options:
            self._add_option(option)

    def choice(self) -> Choice:
        return None if self._chosen is None else self._ids[self._chosen]

    def missing(self) -> str:
        return "" if self._chosen is not None else self._t("Choose one answer.")

    def restore(self, choice: Choice) -> None:
        if choice in self._ids:
            self._on_clicked(self._ids.index(OptionId(str(choice))))

    def _press(self, place: int) -> None:
        self._chosen = place

    def _is_chosen(self, place: int) -> bool:
        return place == self._chosen


class ScalePoint(RowsAnswer):
    """A point of a labelled scale, 1 on top."""

    def __init__(self, t: Texts, labels: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        self._point: int | None = None
        for point, label in enumerate(labels, start=1):
            spoken = f"{point}: {label}"
            parts = (words(capitalised(label), "strong", f"ballotLabel_{point}"),)
            self._add_row(RowButton(f"ballotPoint_{point}", spoken, scale_mark(point), parts))

    def choice(self) -> Choice:
        return self._point

    def missing(self) -> str:
        return "" if self._point is not None else self._t("How much do you agree?")

    def restore(self, choice: Choice) -> None:
        if isinstance(choice, int):
            self._on_clicked(choice - 1)

    def _press(self, place: int) -> None:
        self._point = place + 1

    def _is_chosen(self, place: int) -> bool:
        return self._point == place + 1


class Ticks(RowsAnswer):
    """Every option that a person can live with; none of them is an answer too."""

    def __init__(
        self, t: Texts, options: tuple[OptionView, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(t, parent)
        self._ids = tuple(option.id for option in options)
        self._ticked: set[int] = set()
        self._none = False
        for option in options:
            self._add_option(option)
        nothing = words(t("None of these"), "strong", "ballotLabel_none")
        mark = scale_mark(0)
        mark.show_number("")
        self._add_row(RowButton("ballotNone", t("None of these"), mark, (nothing,)))

    def choice(self) -> Choice:
        return tuple(one for place, one in enumerate(self._ids) if place in self._ticked)

    def missing(self) -> str:
        done = self._ticked or self._none
        return "" if done else self._t("Tick everything you can live with, or “none of these”.")

    def restore(self, choice: Choice) -> None:
        if isinstance(choice, tuple):
            for one in choice:
                self._on_clicked(self._ids.index(one))
            if not choice:
                self._on_clicked(len(self._ids))

    def _press(self, place: int) -> None:
        if place == len(self._ids):
            self._none = not self._none
            self._ticked.clear()
        else:
            self._none = False
            self._ticked ^= {place}

    def _is_chosen(self, place: int) -> bool:
        return self._none if place == len(self._ids) else place in self._ticked
