"""Strikes on several sites at one time, and the numbers told for them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attack_timeline.model import JointNumber, Operation
from attack_timeline.reconcile.counts import Count, best_munitions, best_toll
from attack_timeline.reconcile.draft import COUNTED, Draft
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import Sighting
from attack_timeline.reconcile.told import Told, tier_of


def find_operations(drafts: Sequence[Draft], names: Sequence[str], places: Places) -> tuple[list[Operation], dict[int, str]]:
    """The operations, and which of the drafts (by position) belongs to which."""
    groups = _groups(drafts, places)
    operations: list[Operation] = []
    member_of: dict[int, str] = {}
    taken: set[str] = set()
    for group in groups:
        numbers = tuple(sorted(set(_numbers([drafts[place] for place in group])), key=lambda one: (one.field, one.article, one.start)))
        if len(group) < 2 and not numbers:
            continue
        name = _name(min(drafts[place].first for place in group), taken)
        operations.append(_operation(name, group, drafts, names, numbers))
        member_of |= dict.fromkeys(group, name)
    return operations, member_of


def _groups(drafts: Sequence[Draft], places: Places) -> list[list[int]]:
    """Attacks that an article tells together, or that a state made on several sites on one day."""
    parent = list(range(len(drafts)))

    def top(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first_of: dict[object, int] = {}
    for place, made in enumerate(drafts):
        for key in _ties(made, places):
            a, b = top(first_of.setdefault(key, place)), top(place)
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(drafts)):
        groups[top(place)].append(place)
    return [groups[place] for place in sorted(groups)]


def _ties(made: Draft, places: Places) -> Iterator[tuple[str, object]]:
    for member in made.members:
        if member.report.together is not None:
            yield member.article, member.report.together
    if made.precision == "day":
        for state in sorted(places.states.intersection((*made.values["claimed_by"], *made.values["attributed_to"]))):
            yield state, (made.first, made.family)


def _numbers(drafts: Sequence[Draft]) -> Iterator[JointNumber]:
    for made in drafts:
        for member in made.members:
            yield from member.report.joint_numbers
            if member.shared:
                yield from _of_shared(member)


def _of_shared(member: Sighting) -> Iterator[JointNumber]:
    """The counts of a report that tells several sites in one breath."""
    report = member.report
    for name in COUNTED:
        low, high = getattr(report, f"{name}_low"), getattr(report, f"{name}_high")
        words = next((one for one in report.evidence if one.field == name), None)
        if words is not None and (low is not None or high is not None):
            yield JointNumber(
                field=name, low=low, high=high, article=report.article, start=words.start, end=words.end, quote=words.quote, rule=words.rule
            )


def _operation(name: str, group: Sequence[int], drafts: Sequence[Draft], names: Sequence[str], numbers: tuple[JointNumber, ...]) -> Operation:
    members = {member.article: member for place in group for member in drafts[place].members}
    day = min(drafts[place].first for place in group)
    values: dict[str, int | None] = {}
    for field in COUNTED:
        told = [_told(number, members, day) for number in numbers if number.field == field]
        count = (best_munitions(told, ()) if field == "munitions" else best_toll(field, told, ())).value or Count(None, None)
        values |= {f"{field}_low": count.low, f"{field}_high": count.high}
    return Operation(id=name, incidents=tuple(sorted(names[place] for place in group)), numbers=numbers, **values)


def _told(number: JointNumber, members: Mapping[str, Sighting], day: int) -> Told[Count]:
    member = members[number.article]
    return Told(Count(number.low, number.high), (number.article,), tier_of(member, day), member.published or 0, 1)


def _name(first: int, taken: set[str]) -> str:
    base = f"{date.fromordinal(first).isoformat()}-operation"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name
