"""Cuts a story into frames that a room can read."""

import re

FRAME_WORDS = 40
"""At most this many words stand on one frame of the beamer."""

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
