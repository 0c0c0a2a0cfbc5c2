"""Attacks told for two days running that are one: midnight, time zones, a day remembered wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attack_timeline.reconcile.comparators import CLEARLY, ENOUGH, judge
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sentences import Verdict
from attack_timeline.reconcile.sighting import Cluster

Pair = tuple[float, Cluster, Cluster, Verdict]


def merge_neighbours(clusters: Sequence[Cluster], places: Places) -> list[Cluster]:
    """Merge two attacks of neighbouring days where it is clear which two, and no article tells both. Never three: days would chain."""
    by_day: dict[tuple[str | None, int], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_day[cluster.profile.root, cluster.profile.first].append(cluster)
    pairs: list[Pair] = []
    for cluster in clusters:
        for later in by_day.get((cluster.profile.root, cluster.profile.last + 1), ()):
            if cluster.articles.isdisjoint(later.articles):
                verdict = judge(cluster.profile, later.profile, places)
                if not verdict.forbidden and verdict.weight >= ENOUGH:
                    pairs.append((verdict.weight, cluster, later, verdict))
    weights: dict[int, list[float]] = defaultdict(list)
    for weight, cluster, later, _ in pairs:
        weights[id(cluster)].append(weight)
        weights[id(later)].append(weight)
    gone: dict[int, Cluster | None] = {}
    for weight, cluster, later, verdict in pairs:
        if _clearly(weight, weights[id(cluster)]) and _clearly(weight, weights[id(later)]):
            gone[id(cluster)] = _merged(cluster, later, verdict)
            gone[id(later)] = None
    return [kept for cluster in clusters if (kept := gone.get(id(cluster), cluster)) is not None]


def _clearly(weight: float, weights: Sequence[float]) -> bool:
    """Whether it beats every other of them (itself is among them)."""
    return sum(weight - other < CLEARLY for other in weights) == 1


def _merged(cluster: Cluster, later: Cluster, verdict: Verdict) -> Cluster:
    merged = Cluster([*cluster.members, *later.members], cluster.wave)
    fewer = min(later, cluster, key=lambda one: len(one.articles))
    merged.joined = [*cluster.joined, *later.joined, *((article, verdict.reasons) for article in sorted(fewer.articles))]
    return merged
