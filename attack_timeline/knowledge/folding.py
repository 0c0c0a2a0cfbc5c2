"""Tokens, and what they sound like: romanised Arabic and Kurdish have no one spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# U.S. and its kin are one token; an apostrophe inside a word belongs to it (Qa'im).
TOKEN = re.compile(r"(?:[A-Z]\.){2,4}|[A-Z]\.[A-Z]\b|[\w\u0300-\u036f\u064b-\u0652]+(?:['’‘`][\w\u0300-\u036f]+)*")
ARTICLES = frozenset(("al", "el", "ul", "il", "as", "ash", "ad", "an", "ar", "at", "az"))
FREE_ARTICLES = frozenset(("al", "el", "ul"))  # the others are English words, too
GAP = re.compile(r"[ \t\u00a0]?\n?[ \t\u00a0]{0,3}|[ \t]?[-\u2010-\u2013][ \t]?|['’‘ʿʾ`]")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u0652'’‘`ʿʾʼʻ.]")
_APOSTROPHES = frozenset("'’")

# In the order of application. Arabic qaf, kaf, kha and ghayn, and the emphatics, are romanised as writers please.
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ph", "f"),
        (r"sch|sh", "S"),
        (r"t?ch", "C"),
        (r"c(?=[eiy])", "s"),
        (r"kh|gh|ck|[qgc]", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"dj|zh", "j"),
        (r"x", "ks"),
        (r"(?<=[aeou])w(?![aeiouy])", "u"),
        (r"(?!^)y|e", "i"),
        (r"o", "u"),
        (r"([a-zSC])\1+", r"\1"),
        (r"ai+", "i"),
        (r"au+", "u"),
        (r"(?<=[aiu])h$", ""),
        (r"(?<=[^aiu])i$", "i"),
        (r"([aiu])\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"[aiu]+")


class Token(NamedTuple):
    """A word of the text; `raw` without a possessive ending, `end` before it."""

    start: int
    end: int
    raw: str


def tokens(text: str) -> list[Token]:
    """The words of the text in order."""
    found = []
    for match in TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        if raw[-2:-1] in _APOSTROPHES and raw[-1] in "sS" and end - start > 2:
            raw, end = raw[:-2], end - 2
        found.append(tuple.__new__(Token, (start, end, raw)))  # half the time of Token(...), and this is the inner loop
    return found


def plain(raw: str) -> str:
    """The token without case, accents, apostrophes and dots."""
    if raw.isascii():
        return raw.casefold().replace("'", "").replace(".", "").replace("`", "")
    return _MARKS.sub("", unicodedata.normalize("NFD", raw.casefold()))


def fine(word: str) -> str:
    """What a plain token sounds like, with three vowels: Irbil and Erbil, Qa'im and Kaim."""
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return word


def skeleton(sound: str) -> str:
    """The consonants of a sound with a mark where vowels stand: Hizballah and Hezbollah."""
    return _VOWELS.sub("a", sound)


def capital(raw: str) -> bool:
    """Written with a capital, or in a script without capitals, or a digit."""
    return not raw[:1].islower()
