"""Each source's own count of attacks beside the timeline's count over the same period and region."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from attack_timeline.model import Incident, Tally
from attack_timeline.reconcile.days import bounds
from attack_timeline.reconcile.places import Places


def compare_tallies(
    tallies: Sequence[Tally], incidents: Sequence[Incident], places: Places, published: Mapping[str, str | None]
) -> tuple[Tally, ...]:
    """The tallies with `timeline_count`; None where the period's beginning is not known or the region is none of the timeline's."""
    counters: dict[str | None, Counter] = {}
    compared = []
    for tally in tallies:
        since, until = bounds(tally.since), bounds(tally.until) or bounds(published.get(tally.article))
        region = _region(tally.region, places)
        if since is None or until is None or region is None:
            compared.append(tally)
            continue
        if region not in counters:
            counters[region] = Counter([one for one in incidents if region in ("", one.admin1)])
        compared.append(tally.model_copy(update={"timeline_count": counters[region].within(since[0], until[1])}))
    return tuple(compared)


class Counter:
    """How many incidents lie wholly within a period: those of a day by bisection, the few vaguer ones one by one."""

    def __init__(self, incidents: Sequence[Incident]) -> None:
        spans = [(one.date_start.toordinal(), one.date_end.toordinal()) for one in incidents if one.date_start and one.date_end]
        self._days = sorted(first for first, last in spans if first == last)
        self._vague = [(first, last) for first, last in spans if first != last]
        self._known: dict[tuple[int, int], int] = {}

    def within(self, first: int, last: int) -> int:
        if (first, last) not in self._known:
            days = max(0, bisect_right(self._days, last) - bisect_left(self._days, first))
            self._known[first, last] = days + sum(first <= start and end <= last for start, end in self._vague)
        return self._known[first, last]


def _region(region: str | None, places: Places) -> str | None:
    """The governorate that the tally is about, empty for the whole country, None for somewhere else."""
    if region is None or places.home.casefold() in region.casefold():
        return ""
    if region in places.provinces:
        return region
    return None if region.casefold() in places.abroad else ""
