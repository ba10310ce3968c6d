"""Cuts a story, and the news of a year, into pages that a room can read."""

import re
from collections.abc import Sequence

FRAME_WORDS = 40
"""At most this many words stand on one frame of the beamer."""

NEWS_LINES = 3
"""At most this many news lines stand on one front page."""

NEWS_WORDS = 34
"""The words of a frame, less those of the name of the paper."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")


def story_frames(story: str) -> tuple[str, ...]:
    """Cut a story at its sentences into frames of at most 40 words, about equally long.

    Only a sentence that is longer by itself makes a longer frame.
    """
    sentences = _sentences(story)
    if not sentences:
        return ()
    words = [len(s.split()) for s in sentences]
    need = -(-sum(words) // FRAME_WORDS)
    return _packed(sentences, sum(words) / need)


def news_pages(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Cut news lines, in their order, into the fewest front pages, about equally full.

    Only a line that is longer by itself makes a longer page.
    """
    pages = _stacked(lines, NEWS_LINES)
    if len(pages) < 2:
        return pages
    even = _stacked(lines, -(-len(lines) // len(pages)))
    return even if len(even) == len(pages) else pages


def _stacked(lines: Sequence[str], most: int) -> tuple[tuple[str, ...], ...]:
    pages: list[tuple[str, ...]] = []
    page: tuple[str, ...] = ()
    for line in lines:
        longer = (*page, line)
        if page and (len(longer) > most or len(" ".join(longer).split()) > NEWS_WORDS):
            pages.append(page)
            longer = (line,)
        page = longer
    return (*pages, page) if page else tuple(pages)


def _packed(sentences: list[str], aim: float) -> tuple[str, ...]:
    frames: list[str] = []
    frame: list[str] = []
    count = 0
    for sentence in sentences:
        size = len(sentence.split())
        full = count + size > FRAME_WORDS or count + size / 2 > aim
        if frame and full:
            frames.append(" ".join(frame))
            frame, count = [], 0
        frame.append(sentence)
        count += size
    return (*frames, " ".join(frame))


def _sentences(story: str) -> list[str]:
    text = " ".join(story.split())
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        piece = text[start : match.end()].strip()
        found.append(piece)
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found
