"""A real browser on a host name that is not localhost, as phones in a room see the page."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


CHROMIUM = Path("/usr/bin/chromium")
HERE = Path(__file__).parent
PROBES = HERE / "probes.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker(pytest.mark.web)
            # A real browser on a busy machine now and then answers too late; our own code does not.
            item.add_marker(pytest.mark.flaky(reruns=2))


# While Playwright runs, its event loop runs on this thread: no test of another module may meet it.
@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    pytest.importorskip("playwright", reason="Playwright is not installed: uv sync --group e2e")
    if not CHROMIUM.is_file():
        pytest.skip("Chromium is not installed: apt-get install chromium")
    from tools.phone_pictures import a_browser

    with a_browser() as started:
        yield started


@pytest.fixture(scope="module")
def kept_phone(browser: "Browser") -> "tuple[Page, list[str]]":
    from tools.phone_pictures import a_phone

    page = a_phone(browser)
    page.add_init_script(path=PROBES)
    return page, noted(page)


@pytest.fixture
def phone(kept_phone: "tuple[Page, list[str]]") -> Iterator["Page"]:
    """A phone that shows any state at `HOST/<state>?lang=nl`; errors of the page fail the test."""
    page, faults = kept_phone
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    yield page
    page.goto("about:blank")
    told = list(faults)
    faults.clear()
    assert told == []


def noted(page: "Page") -> list[str]:
    """What the page complains of, from now on; that a server is away is no fault of the page."""
    faults: list[str] = []

    def on_message(message: Any) -> None:
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            faults.append(message.text)

    page.on("console", on_message)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return faults


collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]
"""Without the group `e2e` there is no browser to drive: these are left out."""
