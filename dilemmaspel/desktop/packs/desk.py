"""Opens, adds and shares scenarios: the page, the dialogs for files, and what comes of them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.desktop.widgets.dialogs import FileDialogs
from dilemmaspel.texts import Texts

if TYPE_CHECKING:
    from dilemmaspel.desktop.packs.page import PackPage
    from dilemmaspel.problems import Problem
    from dilemmaspel.scenario.library import Loaded
    from dilemmaspel.scenario.offer import Offer

PACK: Final = "pack"
"""The name of the page."""

Guarded = Callable[[Callable[[], object]], None]


class PackDesk(QObject):
    """Everything about packs on the screens; its page is made when it is first needed."""

    leaveRequested = Signal()
    """Back to the start screen."""
    added = Signal(object)
    """The file of a scenario that was added, a Path."""

    def __init__(
        self,
        t: Texts,
        window: MainWindow,
        own: Path,
        shipped: Sequence[Path],
        guarded: Guarded,
    ) -> None:
        """`guarded` takes a step and tells the trouble that it meets."""
        super().__init__(window)
        self._t = t
        self._window = window
        self._own = own
        self._shipped = tuple(shipped)
        self._guarded = guarded
        self._dialogs = FileDialogs()

    @property
    def dialog(self) -> QFileDialog | None:
        """The dialog for a file or a folder while it is open."""
        return self._dialogs.shown

    def open(self) -> None:
        """Ask for a scenario."""
        page = self._page()
        self._window.news.show_words("")
        self._window.show_page(PACK)
        page.show_offer(None)

    def look_at(self, source: Path) -> None:
        """Show what is in a zip or a folder; the page comes first, since looking takes a moment."""
        self.open()
        QTimer.singleShot(0, self, partial(self._guarded, partial(self._look_at, source)))

    def share(self, entry: "Loaded") -> None:
        """Ask where to write a scenario as one zip, and write it there."""
        from dilemmaspel.scenario.pack_vetting import portable_folder

        name = portable_folder(entry.scenario.id if entry.scenario else entry.folder.name)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        place = Path(QStandardPaths.writableLocation(documents)) / f"{name}.zip"
        dialog = self._asked(self._t("Where to save the pack?"), str(place), self._t("Packs"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(str(place))
        dialog.fileSelected.connect(partial(self._on_share, entry.folder))
        dialog.open()

    def _page(self) -> "PackPage":
        from dilemmaspel.desktop.packs.page import PackPage

        page = self._window.page(PACK)
        if not isinstance(page, PackPage):
            page = PackPage(self._t)
            page.backRequested.connect(self.leaveRequested)
            page.fileRequested.connect(self._on_file)
            page.folderRequested.connect(self._on_folder)
            page.dropped.connect(self.look_at)
            page.addRequested.connect(self._on_add)
            self._window.give(PACK, page)
        return page

    def _look_at(self, source: Path) -> None:
        from dilemmaspel.scenario.offer import look_at

        offer = look_at(source, self._own, self._shipped, self._t)
        self._page().show_offer(offer)

    def _add(self, offer: "Offer") -> None:
        from dilemmaspel.scenario.offer import Verdict, add

        imported = add(offer, self._own, self._t, replacing=offer.verdict is Verdict.REPLACES)
        if imported.scenario is None:
            self._look_at(offer.source)
            return
        self.added.emit(imported.scenario)
        self._window.news.show_words(
            self._t("“{title}” now stands among your scenarios.", title=offer.pack.title)
        )

    def _share(self, folder: Path, file: Path) -> None:
        from dilemmaspel.scenario.pack_export import export_pack

        problems = export_pack(folder, file, self._t)
        wrong = [one for one in problems if one.is_error]
        if wrong:
            self._window.notice.show_words(self._refusal(wrong[0]))
            return
        words = self._t("Saved as {file}. Give that file to who wants to play it.", file=file)
        self._window.news.show_words(words)

    def _refusal(self, problem: "Problem") -> str:
        return f"{problem.message_in(self._t)} {problem.mend_in(self._t)}"

    def _on_file(self) -> None:
        dialog = self._asked(self._t("A scenario as a zip file"), "", self._t("Packs"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def _on_folder(self) -> None:
        dialog = self._asked(self._t("The folder of a scenario"), "", "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def _asked(self, asks: str, start: str, kind: str) -> QFileDialog:
        filters = f"{kind} (*.zip)" if kind else ""
        place = str(Path(start).parent) if start else ""
        return self._dialogs.make(self._window, "packDialog", asks, place, filters)

    def _on_selected(self, path: str) -> None:
        if path:
            self.look_at(Path(path))

    def _on_share(self, folder: Path, path: str) -> None:
        if path:
            self._guarded(partial(self._share, folder, Path(path)))

    def _on_add(self, offer: "Offer") -> None:
        self._guarded(partial(self._add, offer))
