"""What the tests of the windows share."""

from collections.abc import Iterator

import pytest

from tests.desktop.looking import dressed


@pytest.fixture(params=[10.0, 20.0], ids=["usual", "double"])
def points(request: pytest.FixtureRequest) -> Iterator[float]:
    """Letters as usual and twice as large, in points; the application is dressed so."""
    with dressed(request.param):
        yield request.param
