"""What every part of a page is written with: the words, the frame, and the usual pieces."""

from dataclasses import dataclass

from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.html import NOTHING, Attribute, Html, Inside, el, join
from dilemmaspel.phones.screen import Frame
from dilemmaspel.texts import Texts


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in the language of one phone."""

    t: Texts
    frame: Frame

    @property
    def foreign(self) -> str | None:
        """The `lang` of the scenario's words; None when it is the language of the page."""
        other = self.frame.content_language
        return other if other and other != self.frame.language else None

    def told(self, tag: str, words: str, **attributes: Attribute) -> Html:
        """Make an element of words of the scenario, marked with their language."""
        return el(tag, words, lang=self.foreign, **attributes) if words else NOTHING

    def quiet(self, words: str, **attributes: Attribute) -> Html:
        """Make a paragraph in the muted colour."""
        return el("p", words, class_="quiet", **attributes) if words else NOTHING

    def form(self, to: str, *inside: Inside, once: str = "", **attributes: Attribute) -> Html:
        """Make a form that is posted with the form token, and with what makes it one of a kind."""
        token = hidden(fields.FORM, self.frame.form)
        single = hidden(fields.ONCE, once or self.frame.once)
        return el("form", token, single, *inside, method="post", action=to, **attributes)

    def showing(self, words: str, show: str = "", **attributes: Attribute) -> Html:
        """Make the way to see this page again, for `show`; a form where links lose the seat."""
        if not self.frame.cookieless:
            query = f"{fields.HOME}?{fields.SHOW}={show}" if show else fields.HOME
            return el("a", words, href=query, data_show=show, **attributes)
        return self.form(
            fields.SHOW_TO,
            el("button", words, name=fields.SHOW, value=show, data_show=show, **attributes),
            class_="inline",
        )

    def given(self, name: str) -> str:
        """Return what was filled in before in a field that takes one value."""
        values = self.frame.given.get(name, ())
        return values[-1] if values else ""

    def fault(self, name: str) -> str:
        """Return what is wrong with a field; empty when nothing is."""
        return self.frame.faults.get(name, "")

    def beside(self, name: str) -> Html:
        """Make the place beside a field where it says what is wrong; empty for the script."""
        said = self.fault(name)
        return el("p", said, id=fault_id(name), class_="fault", hidden=not said)


def fault_id(name: str) -> str:
    """Return the id of the place that says what is wrong with a field."""
    return f"fault-{name}"


def hidden(name: str, value: str) -> Html:
    """Make a field that is sent and not seen."""
    return el("input", type="hidden", name=name, value=value)


def heading(words: str, **attributes: Attribute) -> Html:
    """Make the one heading of the page; the script may give it the focus."""
    return el("h1", words, tabindex="-1", **attributes)


def submit(words: Inside, look: str = "main", **attributes: Attribute) -> Html:
    """Make a button that sends its form."""
    return el("button", words, type="submit", class_=look, **attributes)


def bullets(lines: tuple[Html, ...], look: str = "") -> Html:
    """Make a list of lines."""
    return el("ul", *(el("li", line) for line in lines), class_=look or None)


def listed(pen: Pen, name: str, lines: tuple[str, ...]) -> Html:
    """Make a list of words of the scenario under its name; nothing without lines."""
    if not lines:
        return NOTHING
    shown = bullets(tuple(pen.told("span", line) for line in lines))
    return join((el("p", name, class_="rowname"), shown))


def folded(words: Inside, *inside: Inside, **attributes: Attribute) -> Html:
    """Make a part that opens when its line is pressed."""
    return el("details", el("summary", words), join(inside), **attributes)
