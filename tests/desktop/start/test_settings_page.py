"""The settings page keeps every change at once, and shows what the laptop has."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from dilemmaspel.desktop.start.settings_page import SettingsPage
from dilemmaspel.game.ids import frozen
from dilemmaspel.settings import BeamerTheme, Settings
from tests.desktop.start.conftest import Open
from tests.desktop.start.house import House


@pytest.fixture
def page(house: House) -> SettingsPage:
    house.press("toSettings")
    shown = house.window.page("settings")
    assert isinstance(shown, SettingsPage)
    return shown


def kept(house: House) -> Settings:
    settings = house.last("settingsChanged")
    assert isinstance(settings, Settings)
    return settings


def number(page: SettingsPage, name: str) -> QSpinBox:
    found = page.findChild(QSpinBox, name)
    assert found is not None
    return found


def test_showing_the_settings_changes_nothing(house: House, page: SettingsPage) -> None:
    page.show_settings(Settings())
    assert [name for name, _ in house.asked] == []


def test_every_answer_is_kept_at_once(house: House, page: SettingsPage) -> None:
    house.press("language_en")
    house.press("beamerTheme_contrast")
    house.press("motion")
    assert kept(house) == Settings(language="en", beamer_theme=BeamerTheme.CONTRAST, motion=False)


def test_both_screens_are_offered_by_name(house: House, page: SettingsPage) -> None:
    box = house.find("beamerScreen")
    assert isinstance(box, QComboBox)
    names = [box.itemText(place) for place in range(box.count())]
    assert names == ["The second screen, by itself", *sorted(names[1:])]
    box.activated.emit(names.index("beamer"))
    assert kept(house).beamer_screen == "beamer"
    assert box.currentText() == "beamer"


def test_a_chosen_screen_that_is_away_stays_chosen(open_house: Open) -> None:
    house = open_house(settings=Settings(beamer_screen="HDMI-9"))
    house.press("toSettings")
    box = house.find("beamerScreen")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "HDMI-9"


def test_a_seat_too_far_away_is_told(house: House, page: SettingsPage) -> None:
    assert house.text("roomVerdict").startswith("Everybody can read it")
    number(page, "farthestSeatNumber").setValue(1200)
    assert house.text("roomVerdict").startswith("Too far to read")
    assert kept(house).farthest_seat == 1200


def test_minutes_are_kept_per_phase_and_can_go_back(house: House, page: SettingsPage) -> None:
    number(page, "usual_talkNumber").setValue(11)
    number(page, "usual_introNumber").setValue(5)
    assert kept(house).minutes == {"talk": 11, "intro": 5}
    house.press("minutesUsual")
    assert kept(house).minutes == frozen()
    assert number(page, "usual_talkNumber").value() == 7


def test_how_long_data_are_kept_is_asked_in_months(house: House, page: SettingsPage) -> None:
    assert number(page, "retentionNumber").value() == 24
    number(page, "retentionNumber").setValue(0)
    assert kept(house).retention_months == 0
    assert "right after each session" in house.text("retentionWords")
    number(page, "retentionNumber").setValue(61)
    assert kept(house).retention_months == 60


def test_what_is_written_is_kept_when_it_is_finished(house: House, page: SettingsPage) -> None:
    line = house.find("settings_organisation")
    assert isinstance(line, QLineEdit)
    line.setText("  Welzijn Waterkant ")
    line.editingFinished.emit()
    assert kept(house).organisation == "Welzijn Waterkant"
    assert line.text() == "Welzijn Waterkant"


def test_another_folder_is_kept_shown_and_looked_at(
    house: House, page: SettingsPage, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox" / "log"
    page._folder.chooser.folderChosen.emit(folder)
    assert kept(house).folder == folder
    assert house.text("folderWhere") == str(folder)
    assert "Dropbox" in house.text("folderConcern")
    house.press("folderUsual")
    assert kept(house).data_folder == ""


def test_choosing_a_folder_does_not_stop_the_window(house: House, page: SettingsPage) -> None:
    house.press("folderChoose")
    dialog = page._folder.chooser.dialog
    assert dialog is not None
    dialog.reject()
    assert page._folder.chooser.dialog is None
    assert [name for name, _ in house.asked] == []


def test_the_folder_of_the_log_opens(house: House, page: SettingsPage) -> None:
    house.press("folderOpen")
    assert house.opened == [Settings().folder]


def test_settings_that_change_elsewhere_are_shown(house: House, page: SettingsPage) -> None:
    house.foyer.show_settings(Settings(organisation="Elders", motion=False))
    assert house.text("settings_organisation") == "Elders"
    assert [name for name, _ in house.asked] == []
