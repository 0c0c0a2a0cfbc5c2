"""Reports that name a site and a day: those of one site and day are one attack, unless something separates them.

What separates: weapons of different families, two reports in one article, an explicit later wave, sites that lie
side by side in one zone, tolls too far apart. Only sorting and grouping: no pair of reports is ever compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from attack_timeline.reconcile.joining import join
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import UNKNOWN, Cluster, Sighting
from attack_timeline.reconcile.waves import waves

MAJORITY = 3  # reports of a zone go with the one of its sites that has this many times the articles of any other


def clusters_of_cell(cell: Sequence[Sighting], places: Places) -> list[Cluster]:
    """The attacks that the reports of one outermost site and one day tell."""
    families: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in cell:
        families[sighting.family].append(sighting)
    unknown = families.pop(UNKNOWN, [])
    if len(families) < 2:
        return _of_family([*unknown, *next(iter(families.values()), [])], places)
    clusters = [cluster for _, members in sorted(families.items()) for cluster in _of_family(members, places)]
    return clusters + _of_family([sighting for sighting, _ in join(unknown, lambda _: clusters, places)], places)


def _of_family(members: Sequence[Sighting], places: Places) -> list[Cluster]:
    """One weapon family: split by the sites within the zone, where more than one is named."""
    inner: dict[str, list[Sighting]] = defaultdict(list)
    for member in members:
        if member.site is not None and member.site != member.root:
            inner[member.site].append(member)
    if len(inner) < 2:
        return waves(members, places)
    outer = [member for member in members if member.site == member.root]
    ranked = Counter({site: len({member.article for member in inside}) for site, inside in inner.items()}).most_common(2)
    if ranked[0][1] >= MAJORITY * ranked[1][1]:
        inner[ranked[0][0]] += outer
        outer = []
    clusters = [cluster for _, inside in sorted(inner.items()) for cluster in waves(sorted(inside, key=Sighting.order), places)]
    return clusters + waves([sighting for sighting, _ in join(outer, lambda _: clusters, places)], places)
