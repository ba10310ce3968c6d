"""The window of the facilitator: what to say and do now, and one large button to go on."""

from dilemmaspel.desktop.presenter.window import PresenterWindow

__all__ = ["PresenterWindow"]
