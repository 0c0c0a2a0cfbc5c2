"""Which of several counts is the best: munitions and people hurt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attack_timeline.model import OtherValue
from attack_timeline.reconcile.told import Choice, Told, conflict, freshness, sources


class Count(NamedTuple):
    """Bounds of a count, both included; a high of None is an open end."""

    low: int | None
    high: int | None

    @property
    def vague(self) -> int:
        """0 exact, 1 between two numbers, 2 open."""
        if self.low is None or self.high is None:
            return 2
        return int(self.low != self.high)

    def agrees(self, other: Count) -> bool:
        """Whether some number lies within both."""
        return (self.high is None or (other.low or 0) <= self.high) and (other.high is None or (self.low or 0) <= other.high)

    def within(self, other: Count) -> bool:
        """Whether it says the same as the other, or more exactly."""
        return (self.low or 0) >= (other.low or 0) and (other.high is None or (self.high is not None and self.high <= other.high))

    def plain(self) -> int | str:
        if self.low == self.high and self.low is not None:
            return self.low
        return f"{'' if self.low is None else self.low}-{'' if self.high is None else self.high}"


CountTold = Told[Count]
CountChoice = Choice[Count | None]
Others = Sequence[tuple[str, OtherValue]]


def best_munitions(told: Sequence[CountTold], others: Others) -> CountChoice:
    """Fresh reports first, then the more exact count, then the one with more sources."""
    if not told:
        return _unknown("munitions", others)
    best = min(told, key=lambda one: (one.tier, one.value.vague, -one.support, -one.published, one.value.low or 0, one.articles))
    why = f"{freshness(best.tier)} by {sources(best.support)}; there the most exact count"
    return _choice("munitions", best, why, told, others)


def best_toll(field: str, told: Sequence[CountTold], others: Others) -> CountChoice:
    """The latest of the fresh reports, unless a still later one tells a higher toll; then the most exact wording of it."""
    if not told:
        return _unknown(field, others)
    tier = min(one.tier for one in told)
    fresh = [one for one in told if one.tier == tier]
    base = max(fresh, key=lambda one: (one.published, one.support, -one.value.vague, one.value.low or 0, one.articles))
    higher = [one for one in told if one.published > base.published > 0 and _above(one.value, base.value)]
    best, why = base, f"the latest toll {freshness(base.tier)}, by {sources(base.support)}"
    if higher:
        best = max(higher, key=lambda one: (one.value.low or 0, -one.value.vague, one.support, one.articles))
        why = f"a later and higher toll replaces an earlier one, by {sources(best.support)}"
    exact = [one for one in told if one.value.within(best.value) and one.value.vague < best.value.vague]
    if exact:
        best = min(exact, key=lambda one: (one.tier, one.value.vague, -one.published, -one.support, one.articles))
        why = f"{why}; told more exactly, {freshness(best.tier)}, by {sources(best.support)}"
    return _choice(field, best, why, told, others)


def _above(value: Count, base: Count) -> bool:
    return (value.low or 0) > (base.low or 0 if base.high is None else base.high)


def _choice(field: str, best: CountTold, why: str, told: Sequence[CountTold], others: Others) -> CountChoice:
    aside = [(article, other) for article, other in others if other.field == field]
    differing = [one for one in told if not one.value.agrees(best.value)]
    apart = [(article, other) for article, other in aside if not Count(other.low, other.high).agrees(best.value)]
    if not differing and not apart:
        return Choice(best.value, why if len(told) > 1 else None)
    values: list[tuple[object, tuple[str, ...]]] = [(one.value.plain(), one.articles) for one in told]
    return Choice(best.value, why, conflict(field, [*values, *_set_aside(apart)], why))


def _unknown(field: str, others: Others) -> CountChoice:
    """Only values set aside: they are shown and none is chosen."""
    aside = _set_aside([(article, other) for article, other in others if other.field == field])
    why = "no source gives a count of its own that it stands by"
    return Choice(None, why, conflict(field, aside, why)) if aside else Choice(None)


def _set_aside(others: Others) -> list[tuple[object, tuple[str, ...]]]:
    """Values that an article itself does not stand by, with its reason."""
    givers: dict[str, set[str]] = {}
    for article, other in others:
        givers.setdefault(f"{Count(other.low, other.high).plain()} ({other.status})", set()).add(article)
    return [(value, tuple(sorted(articles))) for value, articles in sorted(givers.items())]
