"""Waves: several attacks with like weapons on one site and day, where an article tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attack_timeline.reconcile.comparators import far_apart, judge
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import Cluster, Profile, Sighting, profile_of

COMPARED = 8  # an article with more reports of one site and day than this has them told apart by their order alone


def waves(members: Sequence[Sighting], places: Places) -> list[Cluster]:
    """One cluster, unless one article tells several attacks, numbers them, or the tolls are too far apart."""
    if not members:
        return []
    by_article: dict[str, list[Sighting]] = defaultdict(list)
    for member in members:
        by_article[member.article].append(member)
    if len(by_article) == len(members) and all(member.report.wave == 1 for member in members):
        return _by_toll(members, 1)
    most = max(len(told) for told in by_article.values())
    fullest = min(article for article, told in by_article.items() if len(told) == most)
    slots: dict[int, list[Sighting]] = defaultdict(list)
    for member in sorted(by_article.pop(fullest), key=lambda one: (one.report.wave, one.order())):
        slots[_free(member.report.wave, slots)].append(member)
    leaders = {wave: profile_of(told) for wave, told in slots.items()}
    for _, told in sorted(by_article.items()):
        for wave, member in _assign(told, leaders, places):
            slots[wave].append(member)
    return [cluster for wave, told in sorted(slots.items()) for cluster in _by_toll(told, wave)]


def _assign(told: Sequence[Sighting], leaders: Mapping[int, Profile], places: Places) -> list[tuple[int, Sighting]]:
    """The reports of one article on different waves: numbered ones on theirs, the others on the likest, else the first, that is free."""
    assigned: dict[int, Sighting] = {}
    rest = []
    for member in sorted(told, key=lambda one: (one.report.wave, one.order())):
        if member.report.wave > 1:
            assigned[_free(member.report.wave, assigned)] = member
        else:
            rest.append(member)
    likeness = []
    if len(rest) <= COMPARED:
        profiles = [profile_of([member]) for member in rest]
        likeness = [
            (-judge(profile, leader, places).weight, wave, place) for place, profile in enumerate(profiles) for wave, leader in leaders.items()
        ]
    placed: set[int] = set()
    for _, wave, place in sorted(likeness):
        if wave not in assigned and place not in placed:
            assigned[wave] = rest[place]
            placed.add(place)
    for place, member in enumerate(rest):
        if place not in placed:
            assigned[_free(1, assigned)] = member
    return list(assigned.items())


def _free(wave: int, taken: Mapping[int, object]) -> int:
    while wave in taken:
        wave += 1
    return wave


def _by_toll(members: Sequence[Sighting], wave: int) -> list[Cluster]:
    """Cut where the numbers of dead jump too far for one attack; who tells none goes with the most."""
    tolls = sorted({member.report.killed_low for member in members if member.report.killed_low})
    cuts = [high for low, high in pairwise(tolls) if far_apart(low, high)]
    if not cuts:
        return [Cluster(list(members), wave)]
    parts: list[list[Sighting]] = [[] for _ in range(len(cuts) + 1)]
    for member in members:
        if member.report.killed_low:
            parts[sum(member.report.killed_low >= cut for cut in cuts)].append(member)
    most = max(parts, key=len)
    most.extend(member for member in members if not member.report.killed_low)
    return [Cluster(part, wave) for part in parts]
