"""Reports to clusters, from the surest to the vaguest: each step compares only with what lies near in place and time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attack_timeline.model import Report
from attack_timeline.reconcile.cells import clusters_of_cell
from attack_timeline.reconcile.days import bounds
from attack_timeline.reconcile.landmarks import date_by_landmarks
from attack_timeline.reconcile.neighbours import merge_neighbours
from attack_timeline.reconcile.places import Gazetteer, Places
from attack_timeline.reconcile.sighting import UNDATED, Cluster, Sighting, rank, sighting_of
from attack_timeline.reconcile.vague import place_coarse, place_described, place_undated


@dataclass(frozen=True, slots=True)
class Matched:
    clusters: list[Cluster]
    undated: list[Sighting]


def match(reports: Sequence[Report], knowledge: Gazetteer, places: Places, published: Mapping[str, str | None]) -> Matched:
    days = {edtf: span[0] if (span := bounds(edtf)) else None for edtf in set(published.values())}
    sightings = [sighting_of(report, places, days.get(published.get(report.article))) for report in reports]
    rank(sightings)
    date_by_landmarks([one for one in sightings if one.first == UNDATED], knowledge, places)
    cells: dict[tuple[str, int], list[Sighting]] = defaultdict(list)
    coarse, described, undated = [], [], []
    for one in sightings:
        if one.first == UNDATED:
            undated.append(one)
        elif one.root is None:
            described.append(one)
        elif one.first == one.last:
            cells[one.root, one.first].append(one)
        else:
            coarse.append(one)
    clusters = [cluster for _, cell in sorted(cells.items()) for cluster in clusters_of_cell(cell, places)]
    clusters = merge_neighbours(clusters, places)
    clusters = place_coarse(coarse, clusters, places)
    clusters = place_described(described, clusters, places)
    left = place_undated(undated, clusters, places)
    return Matched(clusters, sorted(left, key=Sighting.order))
