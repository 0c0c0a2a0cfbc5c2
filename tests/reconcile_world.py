"""A small made-up world to reconcile reports in, and short ways to say what is told."""

from __future__ import annotations

from typing import Any

from attack_timeline.knowledge import Group, Site
from attack_timeline.knowledge.landmarks import Landmark, LandmarkAttack
from attack_timeline.knowledge.records import Place, Presence, Weapon
from attack_timeline.model import Evidence, Incident, Report
from attack_timeline.reconcile import Reconciled, reconcile
from attack_timeline.reconcile.days import bounds

WORDS = Evidence(field="attack", start=10, end=22, quote="was attacked", rule="a-rule")


class World:
    """A small gazetteer: bases in three regions, a zone with two missions in it, an airport with a camp on it."""

    def __init__(self) -> None:
        sites = [
            a_site("west-base", "Westland", "west"),
            a_site("north-base", "Northland", "north"),
            a_site("hill-base", "Hills", "north"),
            a_site("zone", "Centre", "centre", kind="zone"),
            a_site("embassy", "Centre", "centre", kind="embassy", within="zone"),
            a_site("compound", "Centre", "centre", kind="base", within="zone"),
            a_site("old-base", "Southland", "south", present=Presence(since="2004", until="2011")),
            a_site("south-base", "Southland", "south", present=Presence(since="2015")),
        ]
        self.sites = {site.id: site for site in sites}
        kinds = {"kingdom": "state", "brigade": "armed-group", "league": "front", "militias": "unnamed"}
        self.groups = {name: Group.model_validate({"id": name, "name": name, "kind": kind}) for name, kind in kinds.items()}
        home = Place(id="home", name="Homeland", kind="country", country="IQ")
        abroad = Place(id="abroad", name="Abroad", kind="country", country="JO")
        self.places = {place.id: place for place in (home, abroad)}
        self.weapons: list[Weapon] = []
        attack = LandmarkAttack(sites=("west-base",), weapons=("ballistic-missile",), perpetrator="kingdom")
        night = "the night of missiles"
        self.landmarks = [Landmark(id="night-of-missiles", date="2020-01-08", names=(night,), examples=(night,), attack=attack)]


def a_site(name: str, admin1: str, region: str, kind: str = "air-base", **fields: Any) -> Site:
    return Site.model_validate({"id": name, "name": name, "kind": kind, "admin1": admin1, "region": region, "lat": 33.0, "lon": 44.0, **fields})


def told(article: str, date: str | None = "2021-04-18", site: str | None = "north-base", /, **fields: Any) -> Report:
    """A report by `article`; killed, wounded and munitions are (low, high); `site` and `date` may be given by name too."""
    date, site = fields.pop("date", date), fields.pop("site", site)
    for name in ("killed", "wounded", "munitions"):
        if name in fields:
            fields[f"{name}_low"], fields[f"{name}_high"] = fields.pop(name)
    return Report(**{"article": article, "date": date, "site_id": site, "weapon": "rocket", "evidence": (WORDS,), **fields})


def merged(*reports: Report, **published: str) -> Reconciled:
    """Articles are published on the day of the attack that they tell, unless said otherwise."""
    days = {report.article: published.get(report.article) or _own_day(report) for report in reports}
    return reconcile(reports, [], World(), days)


def _own_day(report: Report) -> str | None:
    span = bounds(report.date)
    return report.date if span and span[0] == span[1] else None


def together(found: Reconciled) -> list[list[str]]:
    return sorted(sorted(report.article for report in incident.reports) for incident in found.incidents)


def only(found: Reconciled) -> Incident:
    assert len(found.incidents) == 1, [incident.id for incident in found.incidents]
    return found.incidents[0]


def conflicts(incident: Incident) -> dict[str, list[Any]]:
    return {conflict.field: [value.value for value in conflict.values] for conflict in incident.conflicts}
