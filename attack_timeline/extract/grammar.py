"""Noun or verb, active or passive: what the neighbours of a word tell about it."""

from __future__ import annotations

from attack_timeline.extract.annotate import Line
from attack_timeline.extract.tokens import Item

BE = frozenset("was were is are be been being got gets get".split())
BETWEEN_OK = frozenset(
    (
        "last previously once since earlier reportedly also allegedly again repeatedly"
        " directly not then later first twice nearly almost badly heavily just recently"
    ).split()
)
# The word before makes it a noun, also where no noun of attack is written so ("the hit", "air raid").
DETERMINED = frozenset("the a an this its their no of on any minor legitimate possible 's plane air other main key".split())
VERB_LEFT = frozenset("to will would could may might not they we who which".split())
OBJECT_LEFT = frozenset("a an the its their u.s. american iraqi two three several".split())
NUMBERS_LEFT = frozenset("more others several many most all these those".split())
NOUN_RIGHT = frozenset("on at in near against by that which was were , .".split())
NOUN_LEFT = frozenset(
    "the a an this these those its their his her 's of in under after before by from with such any no first second third "
    "fourth latest recent deadly similar major new last retaliatory fatal missile rocket drone mortar suspected out up more "
    "any such these biggest worst largest most initial overnight single apparent".split()
)


def is_noun(line: Line, i: int, j: int) -> bool:
    """Whether a word of attack on tokens [i, j) that may be noun or verb is a noun here."""
    low = line.tokens[i].low
    before = line.tokens[i - 1].low if i else ""
    after = line.tokens[j].low if j < len(line.tokens) else ""
    if _after_be(line, i):
        return False
    if any(item.i <= i < item.j for item in line.labelled("weapon")):
        return True
    if low in ("target", "targets") and not _object_follows(line, j):
        return True
    if not any(item.i == i for item in line.labelled("attack_nouns")):
        return before in DETERMINED
    if low.endswith(("ed", "struck", "fell")) or before in VERB_LEFT:
        return False
    if low.endswith("ing"):
        return before in ("the", "a", "of", "'s", "this") or after == "of"
    if any(item.j == i for item in line.labelled("weapon")):
        return _behind_weapon(line, i, j)
    return before == "on" or _behind_words(line, i, j)


def _object_follows(line: Line, j: int) -> bool:
    """What follows can be a verb's object: a determiner, a nationality, a site."""
    after = line.tokens[j].low if j < len(line.tokens) else ""
    return after in OBJECT_LEFT or any(item.i == j for item in line.labelled("site", "us_words", "base_nouns"))


def _behind_weapon(line: Line, i: int, j: int) -> bool:
    """ "a rocket strike on the base" is a noun, "rockets strike the base" and "rocket hits a base" are not."""
    after = line.tokens[j].low if j < len(line.tokens) else ""
    if line.tokens[i - 1].low.endswith("s"):
        return after in ("on", "against", "at", "in", "that", ",", ".", "targeting", "from")
    either = line.tokens[i].low in ("hit", "hits", "strikes", "targets", "strike")
    return not (either and (after in ("near", "close", "outside", "inside") or _object_follows(line, j)))


def _behind_words(line: Line, i: int, j: int) -> bool:
    low, before = line.tokens[i].low, line.tokens[i - 1].low if i else ""
    after = line.tokens[j].low if j < len(line.tokens) else ""
    if before in NUMBERS_LEFT and not low.endswith("s"):
        return False  # "two more hit the town"
    if before in ("u.s.", "israeli") or before.endswith(("an", "ish")):
        return not _object_follows(line, j)
    if any(item.j == i for item in line.labelled("site", "group", "series", "place", "mission_nouns")):
        return after in NOUN_RIGHT or after in ("of", "killed", "has", "had", "came", "")
    determined = bool({"a", "an", "the", "this", "another", "'s", "its"} & set(line.words_between(max(0, i - 3), i)))
    return i == 0 or before in NOUN_LEFT or before.startswith("#") or after in ("on", "against", "of") or (determined and after in NOUN_RIGHT)


def _after_be(line: Line, i: int) -> bool:
    """ "was hit", "had also been attacked"."""
    k = i - 1
    while k > 0 and line.tokens[k].low in BETWEEN_OK:
        k -= 1
    return k >= 0 and line.tokens[k].low in BE


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
