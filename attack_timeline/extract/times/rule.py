"""What a time rule is, and how the groups of its match become the fields of a time expression."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from attack_timeline.extract.times.words import MONTHS, NUMBERS, ORDINALS, SEASONS, UNITS, WEEKDAYS

Fields = dict[str, Any]


class Rule(NamedTuple):
    """`starts`: lower-case first words ("#" for digits); `finish` may change the fields, or refuse the match with None."""

    id: str
    type: str
    pattern: re.Pattern[str]
    starts: frozenset[str]
    finish: Callable[[Fields, re.Match[str]], Fields | None]


def keep(fields: Fields, match: re.Match[str]) -> Fields | None:
    return fields


def rule(id: str, type: str, starts: str, pattern: str, finish: Callable[[Fields, re.Match[str]], Fields | None] = keep, **fixed: Any) -> Rule:
    """A rule; `fixed` are fields that it always sets."""

    def build(fields: Fields, match: re.Match[str]) -> Fields | None:
        return finish({**fields, **fixed}, match)

    return Rule(id, type, re.compile(pattern), frozenset(starts.split()), build)


def read_groups(match: re.Match[str]) -> Fields:
    """Fields from the named groups; a group with a trailing 2 belongs to the second end of a range and is read by the rule."""
    fields: Fields = {}
    for name, value in match.groupdict().items():
        if value is not None and name in READERS:
            field, reader = READERS[name]
            read = reader(value)
            if read is not None:
                fields[field] = read
    return fields


def day_number(text: str) -> int | None:
    digits = re.match(r"\d{1,2}", text)
    if digits:
        return int(digits[0])
    return ORDINALS.get(text.casefold().replace(" ", "-"))


def month_number(text: str) -> int | None:
    return MONTHS.get(text.casefold().rstrip("."))


def weekday_number(text: str) -> int | None:
    return WEEKDAYS.get(text.casefold().rstrip("."))


def count(text: str) -> int | None:
    """The number that a count of units words; None for a vague one."""
    bare = " ".join(text.casefold().split())
    if bare.isdigit():
        return int(bare)
    if bare == "a couple of":
        return 2
    if bare in ("a dozen", "hundred", "a hundred"):
        return 12 if bare == "a dozen" else 100
    return NUMBERS.get(bare)


def unit_name(text: str) -> str | None:
    bare = text.casefold()
    bare = "century" if bare.startswith("centur") else bare.removesuffix("s")
    return UNITS.get(bare)


def side(text: str) -> str | None:
    """early, mid or late, from the words before a month, a season or a year."""
    bare = text.casefold()
    if re.search(r"\b(?:mid|middle)", bare):
        return "mid"
    if re.search(r"\b(?:late|end|close|latter|second|last|later)", bare):
        return "late"
    return "early"


def season_number(text: str) -> int | None:
    return SEASONS.get(text.casefold())


READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "year": ("year", int),
    "month": ("month", month_number),
    "season": ("month", season_number),
    "day": ("day", day_number),
    "weekday": ("weekday", weekday_number),
    "n": ("shift", count),
    "unit": ("unit", unit_name),
    "side": ("part", side),
    "part": ("part", lambda text: " ".join(text.casefold().split())),
    "mod": ("modifier", lambda text: " ".join(text.casefold().split())),
    "zone": ("zone", lambda text: text),
}
