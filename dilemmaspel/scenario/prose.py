"""Words and sentences, for texts that a group reads on a beamer or hears read aloud."""

import re
from typing import Final

from dilemmaspel.scenario import schema_words as words
from dilemmaspel.scenario.findings import Findings
from dilemmaspel.scenario.nodes import Scalar

MAX_SENTENCE: Final = 20

_SENTENCE_END: Final = re.compile(r"(?<=[.!?:…])[\"'”’)]*\s+|\n\s*\n")
_HAS_LETTER: Final = re.compile(r"\w")


def word_count(text: str) -> int:
    """How many words a text has; loose dashes and other marks are none."""
    return sum(1 for one in text.split() if _HAS_LETTER.search(one))


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences; a colon or an empty line ends one too."""
    return [one for one in _SENTENCE_END.split(text) if _HAS_LETTER.search(one)]


def check_sentences(scalar: Scalar, key: str, findings: Findings) -> None:
    """Point out the sentences that are hard to follow."""
    text = scalar.text
    if text.count(" ") + text.count("\n") < MAX_SENTENCE:
        return
    for sentence in sentences(text):
        count = word_count(sentence)
        if count > MAX_SENTENCE:
            start = " ".join(sentence.split()[:4])
            findings.add(
                words.LONG_SENTENCE, scalar, key=key, count=count, high=MAX_SENTENCE, start=start
            )
