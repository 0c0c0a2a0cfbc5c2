"""An attack with its best values, before it has an id and an operation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from attack_timeline.model import Conflict, OtherValue
from attack_timeline.reconcile.counts import Count, best_munitions, best_toll
from attack_timeline.reconcile.days import edtf
from attack_timeline.reconcile.fields import DateTold, best_claim, best_date, best_site, best_weapon, date_of
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import FAMILIES, UNKNOWN, Cluster, Sighting
from attack_timeline.reconcile.sources import origins
from attack_timeline.reconcile.told import Choice, Teller, collect, tellers_of

COUNTED = ("munitions", "killed", "wounded")
BOUNDS = {name: attrgetter(f"{name}_low", f"{name}_high") for name in COUNTED}


@dataclass(slots=True, eq=False)
class Draft:
    """`values`: columns of the incident by name; `first`, `last`: its days as ordinals; `independent`: how many of the articles are no copies."""

    cluster: Cluster
    members: list[Sighting]
    tellers: list[Teller]
    origin: dict[str, str]
    articles: tuple[str, ...]
    independent: int
    first: int
    last: int
    precision: str
    site: str | None = None
    root: str | None = None
    admin1: str | None = None
    family: str = UNKNOWN
    values: dict[str, Any] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    chosen: list[tuple[str, str]] = field(default_factory=list)

    def settle(self, name: str, choice: Choice[Any]) -> Any:
        """Note why the value was chosen and where sources differ, and give it back."""
        if choice.why is not None:
            self.chosen.append((name, choice.why))
        if choice.conflict is not None:
            self.conflicts.append(choice.conflict)
        return choice.value


def draft(cluster: Cluster, places: Places) -> Draft:
    members = sorted(cluster.members, key=Sighting.order)
    origin = origins(members)
    tellers = tellers_of(members, cluster.profile.first, origin)
    dates = collect(tellers, date_of, lambda one: one.report.date_inferred or one.date_from is not None)
    when = best_date(dates)
    told = when.value or DateTold(edtf(cluster.profile.first, cluster.profile.last), cluster.profile.first, cluster.profile.last, "range")
    articles, independent = tuple(sorted(origin)), len(set(origin.values()))
    made = Draft(cluster, members, tellers, origin, articles, independent, told.first, told.last, told.precision)
    made.settle("date", when)
    made.values |= {
        "date": told.edtf,
        "date_start": date.fromordinal(told.first),
        "date_end": date.fromordinal(told.last),
        "date_precision": told.precision,
        "date_inferred": all(one.inferred for one in dates if one.value == told),
    }
    _place(made, places)
    _weapon(made)
    _counts(made)
    _claim(made)
    # Nobody asks for these again, and for a million reports they weigh.
    made.tellers, made.origin = [], {}
    cluster.articles = set()
    return made


def _place(made: Draft, places: Places) -> None:
    members, values = made.members, made.values
    told = collect(made.tellers, lambda one: one.site, lambda one: one.report.site_inferred or one.site_from is not None)
    made.site = made.settle("site_id", best_site(told, places))
    made.root = places.root(made.site) if made.site else None
    entry = places.sites.get(made.site) if made.site else None
    near = [one for one in made.tellers if one.member.site == made.site]
    made.admin1 = (entry.admin1 if entry else None) or _most(one.report.admin1 for one in members)
    point = (entry.lat, entry.lon) if entry else places.point_of(made.admin1)
    values |= {
        "site_id": made.site,
        "site_name": entry.name if entry else made.site,
        "site_inferred": bool(told) and next(one.inferred for one in told if one.value == made.site),
        "location_text": _freshest(near or made.tellers, lambda one: one.report.location_text),
        "admin1": made.admin1,
        "latitude": point[0],
        "longitude": point[1],
        "geo_precision": entry.precision if entry else _freshest(made.tellers, lambda one: one.report.geo_precision),
        "partner": _most(one.report.partner for one in members) or (entry.partner if entry else None),
    }
    if values["site_inferred"]:
        source = next((one.site_from for one in members if one.site_from), None)
        made.chosen.append(("site_inferred", source or "inferred by the articles that name it"))


def _weapon(made: Draft) -> None:
    weapon = made.settle("weapon", best_weapon(collect(made.tellers, lambda one: one.report.weapon)))
    made.family = FAMILIES.get(weapon, UNKNOWN)
    same = [one for one in made.members if one.report.weapon == weapon]
    made.values |= {
        "weapon": weapon,
        "weapon_text": _freshest([one for one in made.tellers if one.member.report.weapon == weapon], lambda one: one.report.weapon_text),
        "attack_type": _most(one.report.attack_type for one in same) or _most(one.report.attack_type for one in made.members),
    }


def _counts(made: Draft) -> None:
    others: list[tuple[str, OtherValue]] = [(one.article, other) for one in made.members for other in one.report.others]
    for name in COUNTED:
        told = collect(made.tellers, lambda one, name=name: count_of(one, name))  # type: ignore[misc]
        choice = best_munitions(told, others) if name == "munitions" else best_toll(name, told, others)
        count = made.settle(name, choice) or Count(None, None)
        made.values |= {f"{name}_low": count.low, f"{name}_high": count.high}


def count_of(member: Sighting, name: str) -> Count | None:
    """The report's own count for this one site."""
    low, high = BOUNDS[name](member.report)
    return None if member.shared or (low is None and high is None) else Count(low, high)


def _claim(made: Draft) -> None:
    claim = best_claim(made.members, made.origin)
    made.values |= {
        "claim_status": made.settle("claim_status", claim.status),
        "claimed_by": made.settle("claimed_by", claim.claimed_by),
        "attributed_to": tuple(who for who, _ in claim.blamed),
        "attributed_by": tuple(by for _, by in claim.blamed),
    }


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _freshest(tellers: Iterable[Teller], read: Callable[[Sighting], str | None]) -> str | None:
    """The first value told, freshest reports first."""
    best: tuple[int, int, str] | None = None
    for member, tier, _ in tellers:
        if (value := read(member)) is not None and (best is None or (tier, member.rank) < best[:2]):
            best = tier, member.rank, value
    return best[2] if best else None
