"""What stands on every answer, also on those that are given before any page is asked."""

from http import HTTPStatus
from typing import Final

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

SECURITY: Final = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),  # with no-referrer a form says `Origin: null`
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)

_LINES: Final = "".join(f"{name}: {value}\r\n" for name, value in SECURITY)


def short_answer(status: int, *, keeps: bool = False, retry_after: int = 0) -> bytes:
    """Write a whole answer without a body; unless it `keeps`, the connection ends with it."""
    words = HTTPStatus(status).phrase
    more = "" if keeps else "Connection: close\r\n"
    more += "Allow: GET, HEAD, POST\r\n" if status == HTTPStatus.METHOD_NOT_ALLOWED else ""
    more += f"Retry-After: {retry_after}\r\n" if retry_after else ""
    return f"HTTP/1.1 {status} {words}\r\n{_LINES}{more}Content-Length: 0\r\n\r\n".encode()
