"""Light records for matching: pydantic is for the doors, a million comparisons want slots and plain numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from attack_timeline.model import Report
from attack_timeline.reconcile.days import bounds
from attack_timeline.reconcile.places import Places

# Weapons that news and its translators call by each other's names belong to one family; families never mix, but for "unknown".
FAMILIES = {
    "rocket": "fire",
    "mortar": "fire",
    "missile": "fire",
    "ballistic-missile": "fire",
    "cruise-missile": "fire",
    "drone": "drone",
    "ied": "ied",
    "small-arms": "small-arms",
    "mob": "mob",
    "none": "mob",
    "unknown": "unknown",
}
UNKNOWN = "unknown"
UNDATED = 0  # no ordinal of a date: those begin with 1
BACKGROUND_AFTER = 14  # days after which an article tells an attack from memory, not as news
SHARE_THAT_COUNTS = 4  # a value counts for a group of reports when at least a quarter of those who give one give it


@dataclass(slots=True, eq=False)
class Sighting:
    """One report with what matching asks of it. Days are ordinals, UNDATED where unknown; `root` is the outermost site that `site` lies in.

    `shared`: tells several sites of one operation in one breath, so that its numbers are not this site's;
    `rank`: its place in the canonical order; `date_from`, `site_from`: why a date or a site was taken over, None where it is the report's own.
    """

    report: Report
    article: str
    first: int
    last: int
    site: str | None
    root: str | None
    family: str
    published: int | None
    shared: bool = False
    date_from: str | None = None
    site_from: str | None = None
    rank: int = 0

    def order(self) -> int:
        return self.rank


def rank(sightings: list[Sighting]) -> None:
    """Sort them into an order that does not depend on that of the articles, and number them: all that follows keeps to it."""
    sightings.sort(key=attrgetter("article"))
    start = 0
    while start < len(sightings):
        end = start + 1
        while end < len(sightings) and sightings[end].article == sightings[start].article:
            end += 1
        if end - start > 1:  # the costlier key only for articles that tell several attacks
            sightings[start:end] = sorted(sightings[start:end], key=_canonical)
        for place in range(start, end):
            sightings[place].rank = place
        start = end


def _canonical(sighting: Sighting) -> tuple[int, int, str, int, str]:
    report = sighting.report
    start = min([evidence.start for evidence in report.evidence], default=0)
    return start, report.wave, sighting.site or "", sighting.first, report.weapon


def sighting_of(report: Report, places: Places, published: int | None) -> Sighting:
    if report.date_start is not None and report.date_end is not None:
        first, last = report.date_start.toordinal(), report.date_end.toordinal()
    else:
        span = bounds(report.date)
        first, last = span or (UNDATED, UNDATED)
    site = report.site_id
    root = places.root(site) if site is not None else None
    return Sighting(report, report.article, first, last, site, root, FAMILIES.get(report.weapon, UNKNOWN), published)


@dataclass(slots=True, eq=False)
class Profile:
    """What one report, or a group of reports, says that matching can compare."""

    sites: frozenset[str]
    root: str | None
    first: int
    last: int
    families: frozenset[str]
    killed: frozenset[int]
    wounded: frozenset[int]
    munitions: frozenset[int]
    claimed: frozenset[str]
    blamed: frozenset[str]
    wave: int
    afar: bool
    admin1: str | None
    location: str | None


@dataclass(slots=True, eq=False)
class Cluster:
    """Reports taken for one attack. `joined`: why reports joined that the common place and day did not bring together."""

    members: list[Sighting]
    wave: int = 1
    joined: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    profile: Profile = field(init=False)

    def __post_init__(self) -> None:
        self.articles = {member.article for member in self.members}
        self.profile = profile_of(self.members, self.wave)

    def add(self, member: Sighting, why: tuple[str, ...]) -> None:
        self.members.append(member)
        self.articles.add(member.article)
        self.joined.append((member.article, why))

    def order(self) -> tuple[int, str, int]:
        return self.profile.first, self.profile.root or "", min([member.rank for member in self.members])


def profile_of(members: Sequence[Sighting], wave: int = 1) -> Profile:
    one = members[0].report
    firsts = [member.first for member in members if member.first]
    lasts = [member.last for member in members if member.last]
    reports = [member.report for member in members if not member.shared]
    return Profile(
        sites=frozenset(member.site for member in members if member.site is not None),
        root=next((member.root for member in members if member.root is not None), None),
        first=min(firsts, default=UNDATED),
        last=max(lasts, default=UNDATED),
        families=frozenset(member.family for member in members if member.family != UNKNOWN),
        killed=_told([report.killed_low for report in reports]),
        wounded=_told([report.wounded_low for report in reports]),
        munitions=_told([report.munitions_low for report in reports if report.munitions_low == report.munitions_high]),
        claimed=_groups([report.claimed_by for report in reports]),
        blamed=_groups([report.attributed_to for report in reports]),
        wave=wave,
        afar=all(from_afar(member) for member in members),
        admin1=one.admin1,
        location=one.location_text,
    )


def _told(numbers: Sequence[int | None]) -> frozenset[int]:
    """The positive numbers told, without those that only a few of many reports give."""
    known = [number for number in numbers if number]
    if len(known) < SHARE_THAT_COUNTS:
        return frozenset(known)
    return frozenset(number for number, times in Counter(known).items() if times * SHARE_THAT_COUNTS >= len(known))


def _groups(names: Sequence[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(group for groups in names for group in groups)


def from_afar(member: Sighting) -> bool:
    if member.published is not None and member.last:
        return member.published - member.last > BACKGROUND_AFTER
    return member.report.background
