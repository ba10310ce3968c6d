"""Drawings in a page, with as few words as say the same."""

import re
from typing import Final

_SVG: Final = re.compile(r"<svg\b[^>]*?viewBox=\"([^\"]*)\"[^>]*>(.*)</svg>", re.DOTALL)
_TOLD: Final = re.compile(r"<(title|desc)\b[^>]*>.*?</\1>", re.DOTALL)
_GROUP: Final = re.compile(r"<g\b[^>]*>", re.DOTALL)
_TAG: Final = re.compile(r"<[a-zA-Z][^>]*>", re.DOTALL)
_OF_TEXT: Final = re.compile(r"\s+font-(?:size|weight|style)=\"[^\"]*\"")
_USUAL: Final = re.compile(
    r"\s+(?:font-family=\"[^\"]*\"|font-style=\"normal\"|font-weight=\"400\"|"
    r"(?:fill|stroke)-opacity=\"1\"|vector-effect=\"none\"|transform=\"matrix\(1,0,0,1,0,0\)\"|"
    r"xml:space=\"preserve\"|stroke-linecap=\"butt\"|stroke-linejoin=\"miter\")"
)
_PLACES: Final = re.compile(
    r"\b(?:d|points|[xy][12]?|c[xy]|r[xy]?|width|height|textLength)=\"[^\"]*\""
)
_NUMBER: Final = re.compile(r"(\d+\.\d\d)\d+")
_SPACE: Final = re.compile(r"\s+")
_BETWEEN: Final = re.compile(r">\s+<")


def inside_of(svg: str) -> tuple[str, str]:
    """Return the box of a drawing and what is in it, without what it says of itself.

    What is usual is left out, the typeface is the page's, and places are kept to a
    hundredth of a unit. Raises ValueError for what is no drawing with a viewBox.
    """
    found = _SVG.search(svg)
    if found is None:
        raise ValueError("This is no drawing with a viewBox.")
    plain = _GROUP.sub(_without_letters, _TOLD.sub("", found[2]))
    return found[1], _BETWEEN.sub("><", _TAG.sub(_shorter, plain)).strip()


def _without_letters(group: re.Match[str]) -> str:
    """Groups say how letters look, and so does every text in them."""
    return _OF_TEXT.sub("", group[0])


def _shorter(tag: re.Match[str]) -> str:
    """Only in tags: what stands between them is what people wrote."""
    plain = _USUAL.sub("", _SPACE.sub(" ", tag[0]))
    return _PLACES.sub(_rounded, plain).replace(" >", ">").replace(' "', '"')


def _rounded(attribute: re.Match[str]) -> str:
    return _NUMBER.sub(r"\1", attribute[0])
