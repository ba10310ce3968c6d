"""What the tests of whole evenings borrow."""

from tests.desktop.joining.conftest import inside

__all__ = ["inside"]
