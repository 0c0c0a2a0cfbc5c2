"""How a report that is vaguer than a site and a day finds its attack: the one candidate that fits, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from attack_timeline.reconcile.comparators import CLEARLY, ENOUGH, judge
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sentences import Verdict
from attack_timeline.reconcile.sighting import UNDATED, Cluster, Sighting, from_afar, profile_of

# Enough to know that several fit, even where one or two of them already have a report of the same article.
TOO_MANY = 4
Candidates = Callable[[Sighting], Iterable[Cluster]]
Ranking = list[tuple[Cluster, Verdict]]


class Left(NamedTuple):
    """A report that joined nothing; `rivals`: how many attacks fitted about equally well."""

    sighting: Sighting
    rivals: Sequence[Cluster]


def join(sightings: Sequence[Sighting], candidates: Candidates, places: Places, *, only: bool = False) -> list[Left]:
    """Let every report join the candidate that fits clearly best, and give back those that joined none.

    Candidates are compared as they were before anyone joined, so that the order of reports does not matter. Reports of one article never share
    an attack: the better match stays, the other is given back. `only`: a second candidate that fits at all is one too many.
    """
    left: list[Left] = []
    wishes: dict[tuple[int, str], list[tuple[float, Sighting, Cluster, Verdict]]] = {}
    rankings: dict[object, Ranking] = {}
    for sighting in sightings:
        key = _signature(sighting)
        ranking = rankings.get(key)
        if ranking is None:
            ranking = rankings[key] = _rank(sighting, candidates(sighting), places, stop_at=TOO_MANY if only else 0)
        fitting = [found for found in ranking if sighting.article not in found[0].articles]
        if not fitting or _rivals(fitting, only):
            left.append(Left(sighting, [cluster for cluster, _ in _rivals(fitting, only)]))
            continue
        cluster, verdict = fitting[0]
        wishes.setdefault((id(cluster), sighting.article), []).append((-verdict.weight, sighting, cluster, verdict))
    for rivals in wishes.values():
        rivals.sort(key=lambda wish: (wish[0], wish[1].order()))
        _, sighting, cluster, verdict = rivals[0]
        cluster.add(sighting, verdict.reasons)
        left.extend(Left(late, [cluster]) for _, late, cluster, _ in rivals[1:])
    return left


def _rank(sighting: Sighting, candidates: Iterable[Cluster], places: Places, stop_at: int) -> Ranking:
    """The candidates that fit, best first; ties stay in the order of candidates."""
    profile = profile_of([sighting], sighting.report.wave)
    fitting: Ranking = []
    for cluster in candidates:
        verdict = judge(profile, cluster.profile, places)
        if not verdict.forbidden and verdict.weight >= ENOUGH:
            fitting.append((cluster, verdict))
            if len(fitting) == stop_at:
                break
    return sorted(fitting, key=lambda found: -found[1].weight)


def _rivals(fitting: Ranking, only: bool) -> Ranking:
    """All that fit about as well as the best, where it is not alone."""
    if not fitting:
        return []
    best = fitting[0][1].weight
    near = [found for found in fitting if only or best - found[1].weight < CLEARLY]
    return near if len(near) > 1 else []


def _signature(sighting: Sighting) -> object:
    """What the ranking of candidates depends on: many reports say the same."""
    report = sighting.report
    return (
        sighting.root, sighting.site, sighting.first, sighting.last, sighting.family, sighting.published if sighting.first == UNDATED else None,
        report.killed_low, report.wounded_low, report.munitions_low == report.munitions_high and report.munitions_low,
        report.claimed_by, report.attributed_to, report.wave, report.admin1, report.location_text, sighting.shared, from_afar(sighting),
    )  # fmt: skip
