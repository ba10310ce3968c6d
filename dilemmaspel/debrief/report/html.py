"""The report as one HTML file that needs nothing else: no script, no other file, no network."""

from base64 import b64encode
from collections.abc import Iterator
from itertools import count
from typing import Final

from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.html_blocks import Blocks, Draw
from dilemmaspel.debrief.report.markup import Html, el, join
from dilemmaspel.paths import assets_dir
from dilemmaspel.texts import Texts
from dilemmaspel.theme import LETTERS, Theme, load_theme

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_FONTS: Final = (("regular", 400), ("semibold", 600))
_COLOURS: Final = (
    *("ground", "panel", "card", "ink", "muted", "line", "faint", "accent", "accent_soft"),
    "abstain",
)


def html_page(report: d.Report, draw: Draw, t: Texts) -> Iterator[str]:
    """Write the page part by part: the head and the cover, then every section, then the end.

    Figures are drawn as their part is reached, so that a long report can be stopped in between.
    """
    blocks = Blocks(t, draw, count(1))
    yield "<!DOCTYPE html>\n"
    yield f'<html lang="{report.language}">\n{_head(report)}\n<body>\n'
    yield el("a", t("To the contents"), class_="skip", href="#main")
    yield _cover(report, blocks)
    yield _contents(report, t)
    yield '<main id="main">\n'
    for section in report.sections:
        yield _section(section, blocks)
    yield "</main>\n"
    yield el("footer", el("p", report.foot))
    yield "\n</body>\n</html>\n"


def _head(report: d.Report) -> Html:
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="generator", content="Dilemmaspel"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"{report.title} – {report.name}"),
        el("style", Html(_style())),
    )


def _style() -> str:
    light, dark = _variables(load_theme("light")), _variables(load_theme("dark"))
    faces = "\n".join(_face(name, weight) for name, weight in _FONTS)
    css = (assets_dir() / "report" / "report.css").read_text(encoding="utf-8")
    return (
        f"{faces}\n:root {{ {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{css}"
    )


def _variables(theme: Theme) -> str:
    own = {name.replace("_", "-"): theme.colour(name) for name in _COLOURS}
    options = {f"o{n}": theme.option(n).colour for n in range(len(LETTERS))}
    return " ".join(f"--{name}: {colour};" for name, colour in {**own, **options}.items())


def _face(name: str, weight: int) -> str:
    data = (assets_dir() / "phone" / f"{name}.woff2").read_bytes()
    address = f"data:font/woff2;base64,{b64encode(data).decode()}"
    return (
        f"@font-face {{ font-family: Atkinson; font-weight: {weight}; "
        f'src: url("{address}") format("woff2"); }}'
    )


def _cover(report: d.Report, blocks: Blocks) -> Html:
    return el(
        "header",
        el("p", report.name, class_="eyebrow"),
        el("h1", report.title),
        el("p", report.subtitle, class_="lead") if report.subtitle else None,
        *(blocks.block(block) for block in report.cover),
    )


def _contents(report: d.Report, t: Texts) -> Html:
    lines = (
        el("li", el("a", section.title, href=f"#{section.key}")) for section in report.sections
    )
    return el(
        "nav",
        el("h2", t("Contents"), id="contents"),
        el("ol", *lines),
        aria_labelledby="contents",
    )


def _section(section: d.Section, blocks: Blocks) -> Html:
    heading = f"{section.key}-title"
    return el(
        "section",
        el("p", section.eyebrow, class_="eyebrow") if section.eyebrow else None,
        el("h2", section.title, id=heading),
        join((blocks.block(block) for block in section.blocks), "\n"),
        id=section.key,
        aria_labelledby=heading,
    )
