"""Which of several dates, sites, weapons and claims is the best, by the policy of docs/reconciling.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attack_timeline.model import ClaimStatus, DatePrecision
from attack_timeline.reconcile.days import edtf
from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import FAMILIES, UNKNOWN, Sighting
from attack_timeline.reconcile.told import Choice, Told, conflict, freshness, sources

PRECISIONS: dict[DatePrecision, int] = {"day": 0, "range": 1, "month": 2, "season": 3, "year": 4}
CLAIMS: tuple[ClaimStatus, ...] = ("claimed", "denied", "unclaimed", "unknown")
WORDINGS = (frozenset({"rocket", "missile", "ballistic-missile"}), frozenset({"missile", "cruise-missile"}), frozenset({"mob", "none"}))
# Words that say more than others of their family: agencies write "missile" for all of them.
VAGUE_WEAPONS = {"missile": {"rocket", "ballistic-missile", "cruise-missile"}}
WEAPON_ORDER = ("ballistic-missile", "cruise-missile", "rocket", "mortar", "missile", "drone", "ied", "small-arms", "mob", "none", UNKNOWN)


class DateTold(NamedTuple):
    edtf: str
    first: int
    last: int
    precision: DatePrecision


class Claim(NamedTuple):
    """`status` and `claimed_by` with their reasons, and pairs of who is blamed and by whom."""

    status: Choice[ClaimStatus]
    claimed_by: Choice[tuple[str, ...]]
    blamed: tuple[tuple[str, str], ...]


def date_of(member: Sighting) -> DateTold | None:
    """The date the report tells, or was given by a landmark; None for one that took it over from this very attack."""
    if not member.first:
        return None
    report = member.report
    days = member.last - member.first + 1
    spanned: DatePrecision = "day" if days == 1 else "range" if days < 28 else "month" if days <= 31 else "season" if days < 300 else "year"
    return DateTold(report.date or edtf(member.first, member.last), member.first, member.last, report.date_precision or spanned)


def best_date(told: Sequence[Told[DateTold]]) -> Choice[DateTold | None]:
    """A day before a range before a month; then fresh, stated and well supported ones."""
    if not told:
        return Choice(None)
    best = min(told, key=lambda one: (PRECISIONS[one.value.precision], one.tier, one.inferred, -one.support, one.value.edtf, one.articles))
    why = f"the most precise date, {freshness(best.tier)}, by {sources(best.support)}"
    if all(one.value.first <= best.value.last and best.value.first <= one.value.last for one in told):
        return Choice(best.value, why if len(told) > 1 else None)
    return Choice(best.value, why, conflict("date", [(one.value.edtf, one.articles) for one in told], why))


def best_site(told: Sequence[Told[str]], places: Places) -> Choice[str | None]:
    """The innermost site, stated before inferred, then by the number of sources."""
    if not told:
        return Choice(None)
    best = min(told, key=lambda one: (one.inferred, -places.depth(one.value), -one.support, one.tier, one.value))
    why = f"the most specific site told, by {sources(best.support)}"
    if all(one.value in (best.value, places.root(best.value)) for one in told):
        return Choice(best.value, why if len(told) > 1 else None)
    return Choice(best.value, why, conflict("site_id", [(one.value, one.articles) for one in told], why))


def best_weapon(told: Sequence[Told[str]]) -> Choice[str]:
    """A known weapon before an unknown one, the fresh and well supported before others; exact words refine "missile"."""
    known = [one for one in told if FAMILIES.get(one.value, UNKNOWN) != UNKNOWN]
    if not known:
        return Choice(UNKNOWN)
    best = min(known, key=lambda one: (one.tier, -one.support, _exactness(one.value), one.articles))
    why = f"{freshness(best.tier)} by {sources(best.support)}"
    exact = [one for one in known if one.value in VAGUE_WEAPONS.get(best.value, ())]
    if exact:
        best = min(exact, key=lambda one: (one.tier, -one.support, _exactness(one.value), one.articles))
        why = f'the more exact word for what others call "missile", by {sources(best.support)}'
    if all(_same_thing(one.value, best.value) for one in known):
        return Choice(best.value, why if len(known) > 1 else None)
    return Choice(best.value, why, conflict("weapon", [(one.value, one.articles) for one in known], why))


def _exactness(weapon: str) -> int:
    return WEAPON_ORDER.index(weapon) if weapon in WEAPON_ORDER else len(WEAPON_ORDER)


def _same_thing(a: str, b: str) -> bool:
    """Whether translators and agencies call one thing by both words."""
    return a == b or any(a in words and b in words for words in WORDINGS)


def best_claim(members: Sequence[Sighting], origin: Mapping[str, str]) -> Claim:
    """A claim before a denial before "nobody claimed it"; everybody who claims it, most sources first."""
    givers: dict[str, set[str]] = {}
    claimants: dict[tuple[str, ...], set[str]] = {}
    blamed: Counter[tuple[str, str]] = Counter()
    for member in members:
        report = member.report
        givers.setdefault(report.claim_status, set()).add(member.article)
        if report.claimed_by:
            claimants.setdefault(tuple(sorted(set(report.claimed_by))), set()).add(member.article)
        blamed.update(set(_pairs(report.attributed_to, report.attributed_by)))
    status = next(status for status in CLAIMS if status in givers or status == UNKNOWN)
    accused = sorted(blamed, key=lambda pair: (-blamed[pair], pair))
    return Claim(_status(status, givers), _claimants(claimants, origin), tuple(accused))


def _status(status: ClaimStatus, givers: Mapping[str, set[str]]) -> Choice[ClaimStatus]:
    told = [(one, tuple(sorted(givers[one]))) for one in CLAIMS if one in givers and one != UNKNOWN]
    if len(told) < 2:
        return Choice(status)
    why = "a claim counts more than a denial, and either more than that nobody has claimed it"
    if {one for one, _ in told} == {"claimed", "unclaimed"}:  # nobody had claimed it yet: an update, no contradiction
        return Choice(status, why)
    return Choice(status, why, conflict("claim_status", told, why))


def _claimants(told: Mapping[tuple[str, ...], set[str]], origin: Mapping[str, str]) -> Choice[tuple[str, ...]]:
    support: dict[str, set[str]] = {}
    for names, articles in told.items():
        for name in names:
            support.setdefault(name, set()).update(origin[article] for article in articles)
    groups = tuple(sorted(support, key=lambda name: (-len(support[name]), name)))
    common = set.intersection(*(set(names) for names in told)) if told else set()
    if common or len(told) < 2:
        return Choice(groups)
    why = "every group that is told to have claimed it, most sources first"
    return Choice(groups, why, conflict("claimed_by", [(list(names), tuple(sorted(articles))) for names, articles in sorted(told.items())], why))


def _pairs(who: tuple[str, ...], by: tuple[str, ...]) -> list[tuple[str, str]]:
    """Who is blamed with who blames; where the article does not pair them, everybody who blames blames all."""
    if len(who) == len(by):
        return list(zip(who, by, strict=True))
    return [(one, accuser) for one in who for accuser in by or ("",)]
