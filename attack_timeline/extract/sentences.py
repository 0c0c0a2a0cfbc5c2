"""Paragraphs and sentences of news text, with offsets; headlines stay apart from the lines below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

# A full stop after these does not end a sentence (titles, ranks, months, units, agency shorthand).
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st gen lt col maj capt cpl sgt pvt spc adm cmdr brig rep sen gov pres dept rev hon no vs inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun etc approx est al fig e.g "
    "i.e a.m p.m u.s u.k u.n d.c".split()
)
# Abbreviations that often do end a sentence: they do so where a capitalised function word follows.
MAY_END = frozenset({"a.m", "p.m", "u.s", "u.k", "u.n", "d.c", "etc", "inc", "co", "no"})
STARTERS = frozenset(
    "the a an in on at it he she they we there this that these those no nobody none two three four five six seven eight nine ten several some "
    "but and iraqi iran its his her their when while after before earlier later meanwhile since as for by from with washington".split()
)
BOUNDARY = re.compile(r"[.!?…][\"'”’)\]]{0,3}(?=\s|[A-Z“\"])|\n[ \t]*\n|\n")


class Sentence(BaseModel):
    """One sentence: offsets into the article's text, running number, number of its paragraph."""

    model_config = ConfigDict(frozen=True)
    start: int
    end: int
    index: int
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Sentences in order; blank stretches belong to none. A line break ends a sentence unless the line was broken inside it."""
    found: list[Sentence] = []
    paragraph = 0
    for start, end, ends_paragraph in _stretches(text):
        left = start + len(text[start:end]) - len(text[start:end].lstrip())
        right = start + len(text[start:end].rstrip())
        if right > left:
            found.append(Sentence(start=left, end=right, index=len(found), paragraph=paragraph))
        if ends_paragraph:
            paragraph += 1
    return found


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    start = 0
    for match in BOUNDARY.finditer(text):
        newline = "\n" in match[0]
        if newline:
            if match[0] == "\n" and _wrapped(text, match.start(), match.end()):
                continue
        elif not _ends_sentence(text, match.start(), match.end()):
            continue
        yield start, match.end(), newline
        start = match.end()
    yield start, len(text), True


def _wrapped(text: str, before: int, after: int) -> bool:
    """A single line break inside a hard-wrapped sentence: the line is long and the next goes on in lower case."""
    line_start = text.rfind("\n", 0, before) + 1
    return before - line_start >= 50 and text[after : after + 1].islower()


def _ends_sentence(text: str, dot: int, after: int) -> bool:
    if text[dot] != ".":
        return True
    word = re.search(r"([A-Za-z](?:[A-Za-z.]{0,14}))$", text[max(0, dot - 16) : dot])
    following = text[after : after + 40].lstrip("\"'“‘([ \t")
    glued = text[after : after + 1].isalpha()
    if glued:  # "coalition.Washington": only a lower-case word of some length before the stop makes it a boundary
        return bool(word and len(word[1]) > 3 and word[1].islower() and text[after].isupper() and text[after + 1 : after + 2].islower())
    if not word:
        return True
    bare = word[1].casefold()
    if bare in MAY_END:
        first = re.match(r"[A-Za-z]+", following)
        return bool(first and first[0][0].isupper() and first[0].casefold() in STARTERS)
    if bare in ABBREVIATIONS:
        return False
    return not (len(bare) == 1 and word[1].isupper())
