"""A strict reader of pages: every fault of the markup is told, none is forgiven."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "input", "link", "meta"}
DRAWN = {"svg", "path", "circle", "rect", "line", "ellipse", "polyline", "g"}
PHRASING = {
    "a",
    "b",
    "em",
    "strong",
    "span",
    "svg",
    "input",
    "button",
    "label",
    "select",
    "textarea",
}
PRESSED = {"a", "button", "input", "select", "textarea", "summary"}
ONLY_PHRASING = {
    "p",
    "h1",
    "h2",
    "h3",
    "button",
    "label",
    "legend",
    "summary",
    "span",
    "strong",
    "b",
}
PARENTS = {
    "li": {"ul", "ol"},
    "option": {"select"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "caption": {"table"},
    "tr": {"thead", "tbody"},
    "th": {"tr"},
    "td": {"tr"},
}
FIRST = {"legend", "summary", "caption"}
REFERS = ("for", "aria-describedby", "aria-labelledby")


@dataclass
class Node:
    """An element with what is in it."""

    tag: str
    attributes: dict[str, str | None]
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, *tags: str) -> list["Node"]:
        found = [self] if not tags or self.tag in tags else []
        return found + [n for child in self.children for n in child.all(*tags)]

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def has(self, look: str) -> bool:
        return look in self.get("class").split()

    @property
    def text(self) -> str:
        """All words in it, each element's after those of the ones before."""
        return " ".join(" ".join(node.words) for node in self.all() if node.words)

    def above(self) -> list["Node"]:
        return [] if self.parent is None else [self.parent, *self.parent.above()]


class Reader(HTMLParser):
    """Reads a page or a part of one; `faults` says everything that is not as it should be."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.faults: list[str] = []
        self._open = [self.root]
        self._ids: set[str] = set()
        self.feed(markup)
        self.close()
        self.faults += [f"<{node.tag}> stays open" for node in self._open[1:]]
        self._check_references()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1]
        node = Node(tag, dict(attrs), parent)
        self._check(node, [name for name, _ in attrs])
        parent.children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> inside <{self._open[-1].tag}>")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open[-1].words.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append("a comment")

    def _check(self, node: Node, names: list[str]) -> None:
        above = [node.parent.tag, *(n.tag for n in node.parent.above())] if node.parent else []
        if len(set(names)) < len(names):
            self.faults.append(f"<{node.tag}> has an attribute twice")
        if node.tag in PARENTS and above[0] not in PARENTS[node.tag] and above[0]:
            self.faults.append(f"<{node.tag}> inside <{above[0]}>")
        if node.tag in FIRST and node.parent and (node.parent.children or node.parent.words):
            self.faults.append(f"<{node.tag}> is not the first in its parent")
        self._check_nesting(node, above)
        if "id" in node.attributes:
            here = node.get("id")
            if not here or here in self._ids or any(c.isspace() for c in here):
                self.faults.append(f"id {here!r} is empty, used twice, or has a space")
            self._ids.add(here)

    def _check_nesting(self, node: Node, above: list[str]) -> None:
        inside = next((tag for tag in above if tag in ONLY_PHRASING), None)
        if inside and node.tag not in PHRASING | DRAWN:
            self.faults.append(f"<{node.tag}> inside <{inside}>")
        if node.tag == "form" and "form" in above:
            self.faults.append("a form in a form")
        pressed = set(above) & PRESSED
        if node.tag in PRESSED and pressed:
            self.faults.append(f"<{node.tag}> inside {pressed}")
        if node.tag in DRAWN - {"svg"} and "svg" not in above:
            self.faults.append(f"<{node.tag}> outside a drawing")

    def _check_references(self) -> None:
        for node in self.root.all():
            for name in REFERS:
                lost = [i for i in node.get(name).split() if i not in self._ids]
                if lost:
                    self.faults.append(f"{name}={lost} leads nowhere")


def read(markup: str) -> Node:
    """Read markup that has no faults."""
    reader = Reader(markup)
    assert reader.faults == []
    return reader.root


def skeleton(markup: str) -> list[str]:
    """The elements in order with the names of their attributes, without a word of text."""
    return [f"{n.tag} {' '.join(n.attributes)}" for n in Reader(markup).root.all()]
