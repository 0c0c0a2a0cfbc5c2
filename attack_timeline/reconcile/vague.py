"""Reports that no named site and day settles: a month, a described place, no date at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attack_timeline.reconcile.cells import clusters_of_cell
from attack_timeline.reconcile.comparators import ENOUGH, RANGE_DAYS, judge
from attack_timeline.reconcile.joining import Left, join
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import Cluster, Profile, Sighting, profile_of

AMBIGUOUS = 1.5  # more that two vague reports need to be one attack, where each could also be one of several others
TRIED = 16  # of the attacks of one place and period that nothing settled, a further report is compared with so many
TELLING = 2  # wounded from which a toll can settle a month and a described place
ORDINARY = frozenset({"fire", "drone", "unknown"})  # weapons used from afar on a base, which a description of the base can settle


class ByDay:
    """Attacks by place, sorted by day: what a vague report could mean lies in one slice."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._by_root: dict[str | None, list[Cluster]] = defaultdict(list)
        for cluster in sorted(clusters, key=lambda one: one.profile.first):
            self._by_root[cluster.profile.root].append(cluster)
            self._by_root[None].append(cluster)
        self._firsts = {root: [cluster.profile.first for cluster in found] for root, found in self._by_root.items()}

    def within(self, root: str | None, first: int, last: int) -> Sequence[Cluster]:
        """Attacks at the site that may touch these days; at all sites for None."""
        firsts = self._firsts.get(root, [])
        # One day earlier: an attack merged from two days begins there.
        return self._by_root.get(root, [])[bisect_left(firsts, first - 1) : bisect_right(firsts, last)]


class ByFact:
    """Attacks by site and what sets one apart from others there: a toll, a group. Without one no undated report can be placed."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._by_fact: dict[tuple[str | None, str, object], list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            for fact in _facts(cluster.profile):
                self._by_fact[cluster.profile.root, *fact].append(cluster)

    def before(self, sighting: Sighting) -> Iterator[Cluster]:
        """Attacks at its site, from before its publication, that share a fact with it."""
        seen: set[int] = set()
        for fact in _facts(profile_of([sighting])):
            for cluster in self._by_fact.get((sighting.root, *fact), ()):
                if cluster.profile.last < (sighting.published or 0) and id(cluster) not in seen:
                    seen.add(id(cluster))
                    yield cluster


def _facts(profile: Profile) -> list[tuple[str, object]]:
    tolls = [("killed", number) for number in profile.killed] + [("wounded", number) for number in profile.wounded]
    return sorted(tolls) + [("group", group) for group in sorted(profile.claimed | profile.blamed)]


def place_coarse(coarse: Sequence[Sighting], clusters: Sequence[Cluster], places: Places) -> list[Cluster]:
    """Reports of a named site without a day: onto the one attack that fits; those left over make their own."""
    index = ByDay(clusters)
    return [*clusters, *gather(join(coarse, lambda one: _candidates(index, one), places), places)]


def place_described(described: Sequence[Sighting], clusters: Sequence[Cluster], places: Places) -> list[Cluster]:
    """Reports that describe their site: onto the one attack of that time that fits, or the one site the gazetteer leaves."""
    index = ByDay(clusters)
    unsettled = join(described, lambda one: _candidates(index, one) if _can_be_settled(one) else (), places)
    left = [rest for rest in unsettled if not _share(rest, places)]
    resolved = [one.sighting for one in left if not one.rivals and _resolve(one.sighting, index, places)]
    cells: dict[tuple[str, int], list[Sighting]] = defaultdict(list)
    for sighting in resolved:
        if sighting.root is not None:
            cells[sighting.root, sighting.first].append(sighting)
    found = [cluster for _, cell in sorted(cells.items()) for cluster in clusters_of_cell(cell, places)]
    return [*clusters, *found, *gather([one for one in left if one.sighting.site is None], places)]


def place_undated(undated: Sequence[Sighting], clusters: Sequence[Cluster], places: Places) -> list[Sighting]:
    """Reports without a date: onto the only attack at their site, before they were published, that fits; else given back."""
    index = ByFact(clusters)
    kept = [one for one in undated if one.root is None or one.published is None]
    asked = [one for one in undated if one.root is not None and one.published is not None]
    members = {id(cluster): len(cluster.members) for cluster in clusters}
    kept.extend(left.sighting for left in join(asked, index.before, places, only=True))
    for cluster in clusters:
        for member in cluster.members[members[id(cluster)] :]:
            member.date_from = "taken over from the only attack told for that site, weapon and toll or perpetrator"
    return kept


def gather(left: Sequence[Left], places: Places) -> list[Cluster]:
    """Attacks made of vague reports alone: those of one place and period that fit the first report told of it."""
    clusters: dict[object, list[tuple[Cluster, float]]] = defaultdict(list)
    for sighting, rivals in sorted(left, key=lambda one: one.sighting.order()):
        floor = ENOUGH + (AMBIGUOUS if rivals else 0)
        bucket = clusters[sighting.root, sighting.first, sighting.last]
        profile = profile_of([sighting], sighting.report.wave)
        for cluster, needed in bucket[:TRIED]:
            verdict = judge(profile, cluster.profile, places)
            if sighting.article not in cluster.articles and not verdict.forbidden and verdict.weight >= max(floor, needed):
                cluster.add(sighting, verdict.reasons)
                break
        else:
            bucket.append((Cluster([sighting], sighting.report.wave), floor))
    return [cluster for bucket in clusters.values() for cluster, _ in bucket]


def _candidates(index: ByDay, sighting: Sighting) -> Sequence[Cluster]:
    return index.within(sighting.root, sighting.first, sighting.last)


def _can_be_settled(sighting: Sighting) -> bool:
    """A described place within a month needs a telling toll, within a year nothing is enough: that spares comparing all attacks of the time."""
    days = sighting.last - sighting.first + 1
    report = sighting.report
    return days <= RANGE_DAYS or (days <= RANGE_DAYS * 5 and bool(report.killed_low or (report.wounded_low or 0) >= TELLING))


def _share(left: Left, places: Places) -> bool:
    """A report of a state's strikes that fits several sites hit that day is of their operation: kept at one of them, its numbers at none."""
    report = left.sighting.report
    states = places.states.intersection((*report.claimed_by, *report.attributed_to))
    free = [one for one in left.rivals if left.sighting.article not in one.articles and states & (one.profile.claimed | one.profile.blamed)]
    if not states or not free or len({one.profile.first for one in left.rivals}) != 1:
        return False
    cluster = min(free, key=lambda one: (-len(one.profile.sites), one.order()))
    left.sighting.shared = True
    cluster.add(left.sighting, ("It tells the strikes of a state on several sites that day without saying which site.",))
    return True


def _resolve(sighting: Sighting, index: ByDay, places: Places) -> bool:
    """Name the described site where the gazetteer leaves one that no attack of these days is told for."""
    if sighting.last - sighting.first >= RANGE_DAYS or sighting.family not in ORDINARY:
        return False
    report = sighting.report
    site = places.only_site(report.admin1, report.location_text, sighting.first, sighting.last)
    if site is None or index.within(site, sighting.first, sighting.last):
        return False
    sighting.site = sighting.root = site
    sighting.site_from = "the only US site in the gazetteer that fits the description on that day"
    return True
