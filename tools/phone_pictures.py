"""Take the pictures of the page on the phones, from every state of flagships that are played.

    python -m tools.phone_pictures --out docs/pictures

Needs Chromium and the group `e2e`. The pages come from memory: there is no server and no network.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    ViewportSize,
    sync_playwright,
)
from PySide6.QtGui import QImage

from dilemmaspel.phones.pages.files import static_files
from dilemmaspel.phones.pages.render import page
from dilemmaspel.texts import Texts
from tests.phones.pages.states import states
from tools.picturing.png import save

ROOT: Final = Path(__file__).resolve().parent.parent
CHROMIUM: Final = Path("/usr/bin/chromium")
HOST: Final = "http://zaal.test"
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP zaal.test 127.0.0.1",
)
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
}
SHAPES: Final = ((320, 640), (390, 844))
SMALL: Final = 20_000
"""There are many of these pictures: larger ones give up a few colours."""


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Start the Chromium of the system, which reaches no network."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*FLAGS])
        yield browser
        browser.close()


def a_phone(browser: Browser, width: int = 390, height: int = 844, **options: Any) -> Page:
    """Open a phone on which `HOST/<state>?lang=nl` shows a state."""
    viewport: ViewportSize = {"width": width, "height": height}
    options = {"device_scale_factor": 2, "has_touch": True} | options
    context: BrowserContext = browser.new_context(viewport=viewport, **options)
    context.route("**/*", _answer)
    return context.new_page()


def _answer(route: Route) -> None:
    where = urlsplit(route.request.url)
    name = where.path.rpartition("/")[2]
    if where.path.startswith("/static/") and name in static_files():
        file = static_files()[name]
        route.fulfill(body=file.content, content_type=file.content_type)
    elif name in states():
        language = parse_qs(where.query).get("lang", ["nl"])[0]
        shown = states()[name]
        html = page(shown.screen, Texts(language), shown.framed(language))
        route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=HEADERS)
    else:
        route.fulfill(status=503, body="")


def take(
    out: Path,
    names: Sequence[str] = (),
    languages: Sequence[str] = ("nl",),
    looks: Sequence[str] = ("light",),
    widths: Sequence[int] = (),
) -> list[Path]:
    """Take a picture of each state, as long as the page is, and return where they are."""
    out.mkdir(parents=True, exist_ok=True)
    saved: list[Path] = []
    with a_browser() as browser:
        for width, height in SHAPES:
            if widths and width not in widths:
                continue
            for look in looks:
                options = {"color_scheme": look, "reduced_motion": "reduce"}
                phone = a_phone(browser, width, height, device_scale_factor=1, **options)
                for language in languages:
                    for name in names or states():
                        phone.goto(f"{HOST}/{name}?lang={language}")
                        phone.evaluate("document.fonts.ready")
                        other = "" if language == "nl" else f"-{language}"
                        dark = "" if look == "light" else f"-{look}"
                        path = out / f"phone-{name}-{width}{other}{dark}.png"
                        save(_whole(phone, width, height), path, large=SMALL)
                        saved.append(path)
                phone.context.close()
    return saved


def _whole(phone: Page, width: int, height: int) -> QImage:
    """The whole page on a phone that is as long, so that what sticks below stands below."""
    long = int(phone.evaluate("document.documentElement.scrollHeight"))
    phone.set_viewport_size({"width": width, "height": max(height, long)})
    shot = phone.screenshot()
    phone.set_viewport_size({"width": width, "height": height})
    return QImage.fromData(shot)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--language", action="append", choices=("nl", "en"))
    parser.add_argument("--look", action="append", choices=("light", "dark"))
    parser.add_argument("--width", action="append", type=int)
    parser.add_argument("states", nargs="*")
    asked = parser.parse_args(arguments)
    saved = take(
        asked.out,
        asked.states,
        asked.language or ["nl"],
        asked.look or ["light"],
        asked.width or [],
    )
    print(f"{len(saved)} pictures in {asked.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
