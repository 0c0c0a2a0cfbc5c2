"""What surrounds a time expression: the tense of its clause and whether it stands in a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right

from attack_timeline.model import Tense

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_FUTURE = frozenset("will shall won't won’t due scheduled upcoming would he'll they'll it'll we'll i'll he’ll they’ll it’ll we’ll i’ll".split())
# These tell of what is to come where "to" follows.
_FUTURE_TO = frozenset("is are expected set plan plans going planning hopes intends".split())
_PAST = frozenset(
    "was were did said told took hit struck fell came went made began saw sent left held put shot gave spoke broke flew blew met had".split()
)
# Participles that do not end in -ed; -ed after "had" is one too, where at most this many words lie between.
_PARTICIPLES = frozenset(
    "been begun broken brought built come done fallen fought found flown gone got given held hit kept known left lost made met put said seen sent "
    "set shot spoken struck taken told withdrawn won written".split()
)
_ADVERBS = 3
_CLAUSE_END = re.compile(
    r"[;:]|,\s(?:which|who|where|when|while|after|before|but|although|though|as)\b|\s(?:while|but|although|because|which|who)\s|\s[–—]\s"
)
_QUOTE = re.compile(r"[“”\"]")


def tense_of(sentence: str, start: int, end: int) -> Tense | None:
    """Tense of the clause around the words at `start:end`; the whole sentence decides where the clause has no verb that tells."""
    left, right = 0, len(sentence)
    for cut in _CLAUSE_END.finditer(sentence):
        if cut.end() <= start:
            left = cut.end()
        elif cut.start() >= end:
            right = cut.start()
            break
    return _tense(sentence[left:right]) or _tense(sentence)


def _tense(clause: str) -> Tense | None:
    words = [word.casefold() for word in _WORD.findall(clause)]
    for index, word in enumerate(words):
        if word == "had" and any(after in _PARTICIPLES or after.endswith("ed") for after in words[index + 1 : index + 2 + _ADVERBS]):
            return "pluperfect"
    if any(word in _FUTURE or (word in _FUTURE_TO and words[index + 1 : index + 2] == ["to"]) for index, word in enumerate(words)):
        return "future"
    return "past" if any(word in _PAST or (len(word) > 4 and word.endswith("ed")) for word in words) else None


class Quotes:
    """Which offsets stand inside double quotation marks; a mark left open ends with its paragraph."""

    def __init__(self, text: str) -> None:
        self.edges: list[int] = []
        for paragraph in re.finditer(r"[^\n]+", text):
            opened: int | None = None
            for mark in _QUOTE.finditer(text, paragraph.start(), paragraph.end()):
                if mark[0] == "“" or (mark[0] == '"' and opened is None):
                    opened = mark.start()
                elif opened is not None:
                    self.edges += (opened, mark.start())
                    opened = None
            if opened is not None:
                self.edges += (opened, paragraph.end())

    def cover(self, offset: int) -> bool:
        return bisect_right(self.edges, offset) % 2 == 1
