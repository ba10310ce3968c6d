"""Words for people: every message, in the language of the person who reads it.

English stands in the code and is the key of the catalogue; Dutch is the language people get by
default. Nothing here knows Qt, so that the windows, the phones, the report and the command line
share one catalogue.
"""

import os
from decimal import Decimal
from fractions import Fraction
from gettext import NullTranslations, translation
from typing import Final

from dilemmaspel.paths import assets_dir

LANGUAGES: Final = ("nl", "en")
DEFAULT_LANGUAGE: Final = "nl"

_SOURCE_LANGUAGE: Final = "en"
_DOMAIN: Final = "dilemmaspel"
_SEPARATORS: Final = {"nl": (".", ","), "en": (",", ".")}  # thousands, decimals
_MINUS: Final = "\u2212"


def mark(message: str) -> str:
    """Return the message as it is; tells the catalogue that it is translated later with `t`."""
    return message


class Texts:
    """Translates messages and writes numbers in one language; safe to share between threads."""

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        """Open the catalogue; a language that is not in `LANGUAGES` raises ValueError."""
        if language not in LANGUAGES:
            choices = ", ".join(LANGUAGES)
            raise ValueError(f"There is no catalogue for {language!r}; choose from {choices}.")
        self._language = language
        self._catalogue = _open_catalogue(language)

    @property
    def language(self) -> str:
        """The code of the language, one of `LANGUAGES`."""
        return self._language

    def __call__(self, message: str, /, **values: object) -> str:
        """Translate the message and put the values in its {placeholders}.

        A message that nobody translated stays English. Without values nothing is filled in, so
        braces in such a message stay as they are. A `Decimal` is written as a number of the
        language, with the decimals that it has.
        """
        return self._filled(self._catalogue.gettext(message) if message else "", values)

    def plural(self, one: str, many: str, /, n: int, **values: object) -> str:
        """Translate the form that fits the count; it is also there as {n}, written as a number."""
        return self._filled(self._catalogue.ngettext(one, many, n), {"n": self.number(n), **values})

    def number(self, value: float | Fraction | Decimal, decimals: int = 0) -> str:
        """Write a number with the separators of the language, halves rounded away from zero.

        A negative number gets a real minus sign; a number that rounds to zero gets none.
        """
        thousands, point = _SEPARATORS[self._language]
        whole, rest = divmod(_rounded_units(value, decimals), 10**decimals)
        grouped = f"{whole:,}".replace(",", thousands)
        written = f"{grouped}{point}{rest:0{decimals}d}" if decimals else grouped
        return f"{_MINUS}{written}" if value < 0 and (whole or rest) else written

    def _filled(self, message: str, values: dict[str, object]) -> str:
        written = {name: self._written(value) for name, value in values.items()}
        return message.format(**written) if written else message

    def _written(self, value: object) -> object:
        if isinstance(value, Decimal):
            return self.number(value, max(0, -int(value.as_tuple().exponent)))
        return value


def percent(share: float | Fraction) -> str:
    """Write a share of 0 to 1 as a whole percentage, as both languages do: halves go up."""
    return f"{_rounded_units(share * 100, 0)}%"


def texts_here() -> Texts:
    """Speak the language that the environment asks for when we know it, else Dutch."""
    wanted = os.environ.get("DILEMMASPEL_LANGUAGE", "")[:2].lower()
    return Texts(wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE)


def _rounded_units(value: float | Fraction | Decimal, decimals: int) -> int:
    """The size of the value in units of the last decimal, exact for ints and fractions."""
    return int(abs(Fraction(value)) * 10**decimals + Fraction(1, 2))


def _open_catalogue(language: str) -> NullTranslations:
    if language == _SOURCE_LANGUAGE:
        return NullTranslations()
    return translation(_DOMAIN, assets_dir() / "locale", [language], fallback=True)
