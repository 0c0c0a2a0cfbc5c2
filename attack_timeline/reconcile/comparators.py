"""What speaks for and against two reports being of one attack.

A comparator is a sentence that is true or false of two profiles: its docstring is what the timeline prints as the reason, its
weight is what it counts. Weights were set so that site and day together are enough, each alone is not, and what is
weaker than a day (a range, a month, the day before) needs support from tolls or perpetrators. Wrong merges are worse than missed ones.
"""

from __future__ import annotations

from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sentences import FORBIDDING, WEIGHTED, Verdict, forbids, weighs
from attack_timeline.reconcile.sighting import UNDATED, Profile

ENOUGH = 5.0
CLEARLY = 1.5  # by how much the best candidate must beat the next
RANGE_DAYS = 7  # up to this many days a span is a range, above it a month, above 31 a season or year
MONTH_DAYS = 31
MANY_MUNITIONS = 5  # "two rockets" is every other attack, "thirteen" is not
FAR_RATIO, FAR_DIFFERENCE = 4, 8  # tolls that no update of one count explains


def judge(a: Profile, b: Profile, places: Places) -> Verdict:
    for sentence, comparator in FORBIDDING:
        if comparator(a, b, places):
            return Verdict(0.0, (sentence,), forbidden=True)
    total, reasons = 0.0, []
    for sentence, weight, comparator in WEIGHTED:
        if comparator(a, b, places):
            total += weight
            reasons.append(sentence)
    return Verdict(total, tuple(reasons))


# --- what forbids -----------------------------------------------------------------------------------------------------


@forbids
def weapons_clash(a: Profile, b: Profile, places: Places) -> bool:
    """The weapons differ by more than wording."""
    return bool(a.families and b.families) and not a.families & b.families


@forbids
def other_wave(a: Profile, b: Profile, places: Places) -> bool:
    """One tells a later wave of the attack than the other."""
    return a.wave != b.wave


@forbids
def other_site(a: Profile, b: Profile, places: Places) -> bool:
    """They name different sites."""
    return bool(a.sites and b.sites) and not same_site(a, b, places) and not site_lies_in_other(a, b, places)


@forbids
def other_description(a: Profile, b: Profile, places: Places) -> bool:
    """One describes its place in a way that cannot mean the place of the other."""
    if a.sites and b.sites:
        return False
    if a.sites or b.sites:
        return _fit(a, b, places) is None
    return a.admin1 is not None and b.admin1 is not None and a.admin1 != b.admin1


@forbids
def days_apart(a: Profile, b: Profile, places: Places) -> bool:
    """Their days lie more than a day apart."""
    return _gap(a, b) > 1


# --- place ------------------------------------------------------------------------------------------------------------


@weighs(3)
def same_site(a: Profile, b: Profile, places: Places) -> bool:
    """Both name the same site."""
    return bool(a.sites & b.sites)


@weighs(2)
def site_lies_in_other(a: Profile, b: Profile, places: Places) -> bool:
    """One names a site that lies in the site that the other names."""
    return not a.sites & b.sites and bool(a.sites and b.sites) and a.root == b.root and (a.root in a.sites or b.root in b.sites)


@weighs(2)
def described_site_fits(a: Profile, b: Profile, places: Places) -> bool:
    """One describes the site that the other names: its province or region is the same."""
    return bool(a.sites) != bool(b.sites) and _fit(a, b, places) == 2


@weighs(0.5)
def described_site_is_open(a: Profile, b: Profile, places: Places) -> bool:
    """The place of one is told so vaguely that it may be that of the other."""
    if a.sites and b.sites:
        return False
    if a.sites or b.sites:
        return _fit(a, b, places) == 1
    return not same_province(a, b, places) and not same_description(a, b, places)


@weighs(2)
def same_province(a: Profile, b: Profile, places: Places) -> bool:
    """Neither names the site and both name the same province."""
    return not a.sites and not b.sites and a.admin1 is not None and a.admin1 == b.admin1


@weighs(2)
def same_description(a: Profile, b: Profile, places: Places) -> bool:
    """Neither names the site and both describe it in the same words."""
    return not a.sites and not b.sites and a.admin1 is b.admin1 is None and a.location is not None and a.location == b.location


# --- day --------------------------------------------------------------------------------------------------------------


@weighs(3)
def same_day(a: Profile, b: Profile, places: Places) -> bool:
    """Both tell the same day."""
    return _gap(a, b) == 0 and _longest(a, b) == 1


@weighs(2)
def days_touch(a: Profile, b: Profile, places: Places) -> bool:
    """The days that one leaves open include a day of the other."""
    return _gap(a, b) == 0 and 1 < _longest(a, b) <= RANGE_DAYS


@weighs(1)
def month_touches(a: Profile, b: Profile, places: Places) -> bool:
    """One tells only the month or some weeks, and they include a day of the other."""
    return _gap(a, b) == 0 and RANGE_DAYS < _longest(a, b) <= MONTH_DAYS


@weighs(0.5)
def year_touches(a: Profile, b: Profile, places: Places) -> bool:
    """One tells only the season or year, and it includes a day of the other."""
    return _gap(a, b) == 0 and _longest(a, b) > MONTH_DAYS


@weighs(1)
def same_period(a: Profile, b: Profile, places: Places) -> bool:
    """Neither tells the day and both tell the same month, range or year."""
    return a.first != UNDATED and (a.first, a.last) == (b.first, b.last) and a.first != a.last


@weighs(-1)
def off_by_one_day(a: Profile, b: Profile, places: Places) -> bool:
    """Their days are next to each other, as around midnight and between time zones."""
    return _gap(a, b) == 1


@weighs(2)
def day_from_memory(a: Profile, b: Profile, places: Places) -> bool:
    """Their days are next to each other, and one of them is told only weeks later."""
    return _gap(a, b) == 1 and a.afar != b.afar


# --- weapon, toll, perpetrator ----------------------------------------------------------------------------------------


@weighs(1)
def same_weapon(a: Profile, b: Profile, places: Places) -> bool:
    """Their weapons are the same, or what translators call by one name."""
    return bool(a.families & b.families)


@weighs(1)
def same_storming(a: Profile, b: Profile, places: Places) -> bool:
    """Both tell of a crowd, which is rare."""
    return a.families == b.families == {"mob"}


@weighs(2)
def same_dead(a: Profile, b: Profile, places: Places) -> bool:
    """Both tell the same number of dead."""
    return bool(a.killed & b.killed)


@weighs(1)
def same_wounded(a: Profile, b: Profile, places: Places) -> bool:
    """Both tell the same number of wounded."""
    return bool(a.wounded & b.wounded)


@weighs(1)
def same_many_wounded(a: Profile, b: Profile, places: Places) -> bool:
    """The number of wounded that both tell is more than one."""
    return any(number > 1 for number in a.wounded & b.wounded)


@weighs(1.5)
def same_munitions(a: Profile, b: Profile, places: Places) -> bool:
    """Both count the same, telling, number of munitions."""
    return any(number >= MANY_MUNITIONS for number in a.munitions & b.munitions)


@weighs(-2)
def far_apart_tolls(a: Profile, b: Profile, places: Places) -> bool:
    """Their numbers of dead are too far apart for one attack."""
    return bool(a.killed and b.killed) and all(far_apart(x, y) for x in a.killed for y in b.killed)


@weighs(1)
def same_perpetrator(a: Profile, b: Profile, places: Places) -> bool:
    """Both name the same group as claiming or blamed."""
    return bool((_perpetrators(a) & _perpetrators(b)) - places.unnamed)


@weighs(1)
def same_state(a: Profile, b: Profile, places: Places) -> bool:
    """Both name a state as the attacker: states rarely attack two days running."""
    return bool(_perpetrators(a) & _perpetrators(b) & places.states)


@weighs(-1)
def rival_claims(a: Profile, b: Profile, places: Places) -> bool:
    """Different groups claim them."""
    return bool(a.claimed and b.claimed) and not a.claimed & b.claimed


def far_apart(x: int, y: int) -> bool:
    low, high = min(x, y), max(x, y)
    return high - low >= FAR_DIFFERENCE and high >= FAR_RATIO * low


def _perpetrators(profile: Profile) -> frozenset[str]:
    return profile.claimed | profile.blamed


def _gap(a: Profile, b: Profile) -> int:
    """Days between them, 0 where they touch, -1 where one has no day."""
    if UNDATED in (a.first, b.first):
        return -1
    return max(0, a.first - b.last, b.first - a.last)


def _longest(a: Profile, b: Profile) -> int:
    """Days of the longer span."""
    return max(a.last - a.first, b.last - b.first) + 1


def _fit(a: Profile, b: Profile, places: Places) -> int | None:
    named, described = (a, b) if a.sites else (b, a)
    fits = [places.fits(site, described.admin1, described.location) for site in named.sites]
    known = [fit for fit in fits if fit is not None]
    return max(known) if known else None
