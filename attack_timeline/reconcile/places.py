"""What matching and the columns ask of the gazetteer: what lies in what, and which site a description can mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.knowledge.records import Group, Place, Site, Weapon
from attack_timeline.reconcile.days import bounds

WORDS = re.compile(r"[^\W\d_]+")
DIRECTED = re.compile(r"\b(north|south|east|west)(?:east|west)? of (?:the )?([^\W\d_][\w'-]*)", re.IGNORECASE)
ADJECTIVES = {"northern": "north", "southern": "south", "eastern": "east", "western": "west", "central": "centre"}
HOME = "IQ"  # ISO 3166: the country that the timeline is about
COMPASS = frozenset(ADJECTIVES.values())
MISSION_WORDS = frozenset({"embassy", "consulate", "mission", "zone", "chancery"})
BASE_WORDS = frozenset({"base", "bases", "airbase", "airbases", "camp", "airport", "airfield", "barracks", "garrison", "outpost"})
ROAD_WORDS = frozenset({"convoy", "convoys", "road", "highway", "motorway", "truck", "trucks", "vehicle", "vehicles"})
NORTHERN_LATITUDE = 35.0  # degrees; a site of a region that is no compass point is northern above it
NEAR_DEGREES = 1.2  # "north of a city" reaches about 130 km


class Gazetteer(Protocol):
    """The part of the knowledge that reconciling reads."""

    @property
    def sites(self) -> Mapping[str, Site]: ...
    @property
    def groups(self) -> Mapping[str, Group]: ...
    @property
    def places(self) -> Mapping[str, Place]: ...
    @property
    def weapons(self) -> Sequence[Weapon]: ...
    @property
    def landmarks(self) -> Sequence[Landmark]: ...


class Places:
    """The gazetteer with the answers that are asked again and again kept."""

    def __init__(self, knowledge: Gazetteer) -> None:
        self.sites = knowledge.sites
        self.states = frozenset(group.id for group in knowledge.groups.values() if group.kind == "state")
        self.unnamed = frozenset(group.id for group in knowledge.groups.values() if group.kind == "unnamed")
        places = knowledge.places.values()
        self.home = next((place.name for place in places if place.kind == "country" and place.country == HOME), HOME)
        self.abroad = frozenset(place.name.casefold() for place in places if place.country != HOME)
        self.provinces = {place.name: (place.lat, place.lon) for place in places if place.kind == "governorate"}
        self._points = {
            name.casefold(): (place.lat, place.lon)
            for place in places
            for name in (place.name, *place.names)
            if place.lat is not None and place.lon is not None
        }
        self._roots = {site: self._climb(site) for site in self.sites}
        self._fits: dict[tuple[str, str | None, str | None], int | None] = {}

    def point_of(self, admin1: str | None) -> tuple[float | None, float | None]:
        """The point of a province, for an attack of which no more is known."""
        return self.provinces.get(admin1 or "", (None, None))

    def root(self, site: str) -> str:
        """The outermost site that this one lies in; itself where it lies in none."""
        return self._roots.get(site, site)

    def depth(self, site: str) -> int:
        """0 for an outermost site, 1 for a site in it."""
        return int(self.root(site) != site)

    def _climb(self, site: str) -> str:
        seen = {site}
        while (entry := self.sites.get(site)) is not None and entry.within is not None and entry.within not in seen:
            site = entry.within
            seen.add(site)
        return site

    def fits(self, site: str, admin1: str | None, description: str | None) -> int | None:
        """2 where the description's province or region is the site's, 1 where nothing speaks against it, None where something does."""
        key = (site, admin1, description)
        if key not in self._fits:
            entry = self.sites.get(site)
            self._fits[key] = self._fit(entry, admin1, description or "") if entry is not None else None
        return self._fits[key]

    def _fit(self, site: Site, admin1: str | None, description: str) -> int | None:
        words = [word.casefold() for word in WORDS.findall(description)]
        if not _kind_fits(site, words) or (admin1 is not None and site.admin1 is not None and admin1 != site.admin1):
            return None
        directions = [self._lies(site, *found) for found in DIRECTED.findall(description)]
        regions = {ADJECTIVES[word] for word in words if word in ADJECTIVES}
        if regions:
            directions.append(_region_of(site) in regions)
        if False in directions:
            return None
        named = site.region is not None and site.region not in COMPASS and site.region in words
        return 2 if True in directions or named or (admin1 is not None and admin1 == site.admin1) else 1

    def _lies(self, site: Site, direction: str, town: str) -> bool | None:
        """Whether the site lies in this direction of the town; None where the gazetteer cannot say."""
        point = self._points.get(town.casefold())
        if point is None or point[0] is None or point[1] is None or site.lat is None or site.lon is None:
            return None
        north, east = site.lat - point[0], site.lon - point[1]
        if abs(north) > NEAR_DEGREES or abs(east) > NEAR_DEGREES:
            return False
        return {"north": north > 0, "south": north < 0, "east": east > 0, "west": east < 0}[direction.casefold()]

    def only_site(self, admin1: str | None, description: str | None, first: int, last: int) -> str | None:
        """The one US site that fits a described base on these days, None where none or several do."""
        words = {word.casefold() for word in WORDS.findall(description or "")}
        if not words & (BASE_WORDS | MISSION_WORDS):
            return None
        fitting = [site for site in self.sites.values() if site.in_scope and site.partner is None and _present(site, first, last)]
        roots = {self.root(site.id) for site in fitting if self.fits(site.id, admin1, description) == 2}
        return roots.pop() if len(roots) == 1 else None


def _kind_fits(site: Site, words: Sequence[str]) -> bool:
    if ROAD_WORDS.intersection(words):
        return False
    mission = bool(MISSION_WORDS.intersection(site.kind.split("-")))
    wanted = bool(MISSION_WORDS.intersection(words)), bool(BASE_WORDS.intersection(words))
    return wanted[0] == wanted[1] or wanted[0] == mission


def _region_of(site: Site) -> str | None:
    if site.region is None or site.region in COMPASS:
        return site.region
    return "north" if site.lat is not None and site.lat > NORTHERN_LATITUDE else None


def _present(site: Site, first: int, last: int) -> bool:
    """Whether US or coalition forces were there; a site without dates counts as always held."""
    if site.present is None:
        return True
    since, until = bounds(site.present.since), bounds(site.present.until)
    return (since is None or since[0] <= last) and (until is None or until[1] >= first)
