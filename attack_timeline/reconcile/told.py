"""The values that reports give for one field, each with who gives it and how near to the attack they wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from attack_timeline.model import Conflict, ConflictValue
from attack_timeline.reconcile.sighting import Sighting

Value = TypeVar("Value")

# Days from attack to publication, and what a report of that age is called. News, follow-up, retrospect, background.
FRESHNESS = ((3, "the days right after the attack"), (10, "the week after the attack"), (45, "the weeks after the attack"))
BACKGROUND, UNKNOWN_AGE = 3, 4


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """One value: `tier` of the freshest report that gives it (0 news ... 3 background, 4 unknown), `published`: the latest day on which
    it was told (0 unknown), `support`: independent sources."""

    value: Value
    articles: tuple[str, ...]
    tier: int
    published: int
    support: int
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """The value chosen for a field, why where there was a choice, and the conflict where sources differ."""

    value: Value
    why: str | None = None
    conflict: Conflict | None = None


def tier_of(member: Sighting, day: int) -> int:
    if member.published is None:
        return UNKNOWN_AGE
    age = member.published - day
    if age < -1:  # published before the day it tells: one of the two is wrong
        return UNKNOWN_AGE
    for tier, (days, _) in enumerate(FRESHNESS):
        if age <= days:
            return tier
    return BACKGROUND


class Teller(NamedTuple):
    """A report with its age as a tier and the source that its text goes back to."""

    member: Sighting
    tier: int
    origin: str


def tellers_of(members: Sequence[Sighting], day: int, origin: Mapping[str, str]) -> list[Teller]:
    return [Teller(member, tier_of(member, day), origin[member.article]) for member in members]


def collect(
    tellers: Sequence[Teller],
    read: Callable[[Sighting], Value | None],
    inferred: Callable[[Sighting], bool] = lambda _: False,
) -> list[Told[Value]]:
    """The different values in a fixed order, with who tells each."""
    givers: dict[Value, list[Teller]] = {}
    for teller in tellers:
        value = read(teller.member)
        if value is not None:
            found = givers.get(value)
            if found is None:
                givers[value] = [teller]
            else:
                found.append(teller)
    told = [
        Told(
            value,
            tuple(sorted({member.article for member, _, _ in found})),
            min([tier for _, tier, _ in found]),
            max([member.published or 0 for member, _, _ in found]),
            len({origin for _, _, origin in found}),
            all(inferred(member) for member, _, _ in found),
        )
        for value, found in givers.items()
    ]
    return sorted(told, key=lambda one: (one.tier, -one.support, one.articles, repr(one.value))) if len(told) > 1 else told


def conflict(field: str, values: Sequence[tuple[Any, tuple[str, ...]]], because: str) -> Conflict:
    return Conflict(field=field, values=tuple(ConflictValue(value=value, articles=articles) for value, articles in values), chosen_because=because)


def freshness(tier: int) -> str:
    if tier < len(FRESHNESS):
        return f"told in {FRESHNESS[tier][1]}"
    return "told as later background" if tier == BACKGROUND else "told by articles of unknown date"


def sources(count: int) -> str:
    return "one source" if count == 1 else f"{count} independent sources"
