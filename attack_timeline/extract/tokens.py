"""Words with offsets, and the items that vocabulary and knowledge see in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# "F-16s" and "U.S." are one word, "Iran-backed" is three tokens, "'s" is a token of its own, "7.20" and "2,500" are numbers.
TOKEN = re.compile(
    r"[A-Z]{1,3}-\d+[A-Za-z]{0,2}\b|[Uu]\.\s?[SsKkNn]\.?|[A-Za-z]\.m\b\.?|\d+(?:[.,:]\d+)*|[’'`]s\b|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)?|[-–—,;:()\"“”.!?…%$€£/]"
)
SPELLED = {"us": "u.s.", "u.s": "u.s.", "u. s.": "u.s.", "u.k": "u.k.", "uk": "u.k.", "u.n": "u.n.", "un": "u.n.", "’s": "'s", "`s": "'s"}


@dataclass(frozen=True, slots=True)
class Token:
    """`low` is the casefolded word; "US" and "U.S." are "u.s.", while "us" stays "us"."""

    start: int
    end: int
    low: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Item:
    """Something seen on tokens [i, j) of a sentence: a word group's id or a kind of knowledge, with its value."""

    label: str
    i: int
    j: int
    start: int
    end: int
    value: Any = None


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Tokens of text[start:end], offsets into the whole text."""
    found = []
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        low = word.casefold()
        if low == "us":
            low = "u.s." if word == "US" else "us"
        elif low != "un" or word == "UN":
            low = SPELLED.get(low, low)
        if low == "-":
            continue
        found.append(Token(match.start(), match.end(), low, word[0].isupper()))
    last = len(found) - 1  # a full stop inside a sentence is an abbreviation's
    return [token for n, token in enumerate(found) if token.low != "." or n == last]


def words_of(phrase: str) -> tuple[str, ...]:
    """The tokens that a phrase of the vocabulary stands for ("Us" in data means the country)."""
    return tuple(t.low for t in tokenize(phrase, 0, len(phrase)))


class PhraseTagger:
    """Finds the phrases of many word groups in one walk over the tokens; within a group the longest wins."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for label, phrases in groups.items():
            for phrase in phrases:
                words = words_of(phrase)
                if words:
                    self._by_first.setdefault(words[0], []).append((words, label))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))

    def tag(self, tokens: Sequence[Token]) -> list[Item]:
        """Items in order of their first token."""
        found: list[Item] = []
        taken: dict[str, int] = {}
        lows = [t.low for t in tokens]
        for i, low in enumerate(lows):
            for words, label in self._by_first.get(low, ()):
                j = i + len(words)
                if taken.get(label, 0) > i or j > len(lows) or tuple(lows[i:j]) != words:
                    continue
                taken[label] = j
                found.append(Item(label, i, j, tokens[i].start, tokens[j - 1].end))
        return found


def spanning(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The tokens [i, j) that touch text[start:end], or None."""
    touched = [n for n, t in enumerate(tokens) if t.start < end and start < t.end]
    return (touched[0], touched[-1] + 1) if touched else None


def merge_items(*groups: Iterable[Item]) -> list[Item]:
    """All items in order of place."""
    return sorted((item for group in groups for item in group), key=lambda item: (item.i, item.j, item.label))
