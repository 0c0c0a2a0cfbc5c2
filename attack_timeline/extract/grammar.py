"""Noun or verb, active or passive: what the neighbours of a word tell about it."""

from __future__ import annotations

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.tokens import Item

BE = frozenset("was were is are be been being got gets get".split())
BETWEEN_OK = frozenset(
    "reportedly also allegedly again repeatedly directly not then later first twice nearly almost badly heavily just recently".split()
)
NOUN_LEFT = frozenset(
    "the a an this these those its their his her 's of in under after before by from with such any no first second third "
    "fourth latest recent deadly similar major new last retaliatory fatal missile rocket drone mortar suspected out up more "
    "any such these biggest worst largest most initial overnight single apparent".split()
)


def is_noun(line: Line, i: int, j: int) -> bool:
    """Whether a word that may be noun or verb is a noun here."""
    low = line.tokens[i].low
    before = line.tokens[i - 1].low if i else ""
    after = line.tokens[j].low if j < len(line.tokens) else ""
    if any(item.i <= i < item.j for item in line.labelled("weapon")):
        return True
    if low in ("target", "targets") and not (
        after in ("a", "an", "the", "its", "their", "u.s.", "american", "iraqi", "two", "three", "several")
        or any(s.i == j for s in line.labelled("site", "us_words", "base_nouns"))
    ):
        return True
    if not any(item.i == i for item in line.labelled("attack_nouns")):
        return before in (
            "the",
            "a",
            "an",
            "this",
            "its",
            "their",
            "no",
            "of",
            "on",
            "any",
            "minor",
            "legitimate",
            "possible",
            "more",
            "much",
            "little",
            "some",
            "'s",
            "plane",
            "air",
            "other",
            "main",
            "key",
        )
    if low.endswith(("ed", "struck", "fell")) or before in (
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "not",
        "and they",
        "they",
        "we",
        "who",
        "which",
    ):
        return False
    if low.endswith("ing"):
        return before in ("the", "a", "of", "'s", "this") or after == "of"
    weapon_before = any(item.j == i for item in line.labelled("weapon"))
    if weapon_before:
        plural = before.endswith("s")
        if not plural and low in ("hit", "hits", "strikes", "targets", "strike"):
            direct = after in ("a", "an", "the", "its", "their", "near", "close", "outside", "inside") or any(
                s.i == j for s in line.labelled("site", "us_words")
            )
            return not direct
        return not plural or after in ("on", "against", "at", "in", "that", ",", ".", "targeting", "from")
    if before == "on":
        return True
    if before in ("more", "others", "several", "many", "most", "all", "these", "those") and not low.endswith("s"):
        return False
    if before in ("u.s.", "israeli") or before.endswith(("an", "ish")):
        return not (after in ("the", "a", "an", "two", "u.s.", "american", "iraqi") or any(item.i == j for item in line.labelled("site", "us_words")))
    if any(item.j == i for item in line.labelled("site", "group", "series", "place", "mission_nouns")):
        return after in ("on", "against", "at", "in", "that", ",", ".", "of", "killed", "by", "was", "were", "has", "had", "came", "")
    determined = bool({"a", "an", "the", "this", "another", "'s", "its"} & set(line.words_between(max(0, i - 3), i))) and after in (
        "on",
        "at",
        "in",
        "near",
        "against",
        "by",
        "that",
        "which",
        "was",
        "were",
        ",",
        ".",
    )
    return before in NOUN_LEFT or before.startswith("#") or after in ("on", "against", "of") or i == 0 or determined


def passive(line: Line, i: int, j: int) -> bool:
    """A participle with a form of "be" before it, or with "by" behind it."""
    if line.tokens[i].low.endswith("ing"):
        return False
    k = i - 1
    while k >= 0 and line.tokens[k].low in BETWEEN_OK | {"had", "have", "has"}:
        k -= 1
    if k >= 0 and line.tokens[k].low in BE:
        return True
    after = line.words_between(j, j + 3)
    return bool(after) and (after[0] == "by" or (after[0] == "with" and any(item.i in (j + 1, j + 2, j + 3) for item in line.labelled("weapon"))))


def free_items(line: Line, *labels: str) -> list[Item]:
    """Items that are no part of a name ("Fire Base X")."""
    names = line.labelled("site")
    return [item for item in line.labelled(*labels) if not any(n.i <= item.i < n.j for n in names)]
