"""What surrounds a time expression: the tense of its clause and whether it stands in a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right

from attack_timeline.model import Tense

_FUTURE = re.compile(r"(?i:\b(?:will|shall|won['’]t|is\sto|are\sto|due|scheduled|expected\sto|set\sto|plans?\sto|planned\sfor|going\sto|would|upcoming|is\sdue)\b)|['’]ll\b")
_PLUPERFECT = re.compile(r"(?i:\bhad\s(?:(?:also|already|not|earlier|previously|since|been)\s){0,2}[a-z]{2,14}(?:ed|en|un|wn|ne|ght|ut|it|id|ck|nt|ld|ft)\b|\bhad\sbeen\b)")
_PAST = re.compile(r"(?i:\b(?:was|were|did|said|told|took|hit|struck|fell|killed|came|went|made|began|saw|sent|left|held|put|shot|gave|spoke|[a-z]{3,14}ed)\b)")
_CLAUSE_END = re.compile(r"[;:]|,\s(?:which|who|where|when|while|after|before|but|although|though|as)\b|\s(?:while|but|although|because|which|who)\s|\s[–—]\s")
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
    if _PLUPERFECT.search(clause):
        return "pluperfect"
    if _FUTURE.search(clause):
        return "future"
    return "past" if _PAST.search(clause) else None


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
