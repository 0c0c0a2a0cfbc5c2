"""Undated reports of attacks that are landmarks themselves: everybody knows their day, so articles leave it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.reconcile.comparators import ENOUGH, judge
from attack_timeline.reconcile.days import bounds
from attack_timeline.reconcile.places import Gazetteer, Places
from attack_timeline.reconcile.sighting import FAMILIES, UNKNOWN, Profile, Sighting, profile_of

NONE: frozenset[int] = frozenset()
RECENT_DAYS = 45  # "the attack that killed a contractor": for so long everybody knows which one is meant
STATE_ENOUGH = 3.5  # where no site is told: weapon, perpetrator and that it is a state


def date_by_landmarks(undated: Sequence[Sighting], knowledge: Gazetteer, places: Places) -> None:
    """Date each report that fits exactly one landmark attack from before its publication."""
    attacks = list(_attacks(knowledge, places)) if undated else []
    for sighting in undated:
        profile = profile_of([sighting], 1)
        fitting = [(landmark, attack) for landmark, attack in attacks if _before(attack, sighting) and _fits(profile, attack, places)]
        how = "the only one with this site, weapon and perpetrator"
        if not fitting and not profile.sites:
            fitting = [(landmark, attack) for landmark, attack in attacks if _recent(attack, sighting) and _same_dead(profile, attack, places)]
            how = "the only one of the weeks before with these dead"
        if len(fitting) == 1:
            landmark, attack = fitting[0]
            sighting.first, sighting.last = attack.first, attack.last
            sighting.date_from = f"taken over from the landmark {landmark.id}, {how}"


def _attacks(knowledge: Gazetteer, places: Places) -> Iterator[tuple[Landmark, Profile]]:
    classes = {weapon.id: weapon.weapon_class for weapon in knowledge.weapons}
    for landmark in knowledge.landmarks:
        span = bounds(landmark.date)
        if landmark.attack is None or span is None:
            continue
        families = {FAMILIES.get(classes.get(weapon, weapon), UNKNOWN) for weapon in landmark.attack.weapons} - {UNKNOWN}
        blamed = frozenset([landmark.attack.perpetrator] if landmark.attack.perpetrator else [])
        sites = frozenset(landmark.attack.sites)
        root = places.root(min(sites)) if sites else None
        yield landmark, Profile(
            sites=sites, root=root, first=span[0], last=span[1], families=frozenset(families),
            killed=frozenset(landmark.attack.killed), wounded=NONE, munitions=NONE,
            claimed=frozenset(), blamed=blamed, wave=1, afar=False, admin1=None, location=None,
        )  # fmt: skip


def _fits(profile: Profile, attack: Profile, places: Places) -> bool:
    verdict = judge(profile, attack, places)
    if verdict.forbidden:
        return False
    stateless = not (profile.claimed | profile.blamed) & attack.blamed & places.states
    return verdict.weight >= (ENOUGH if profile.sites or stateless else STATE_ENOUGH)


def _same_dead(profile: Profile, attack: Profile, places: Places) -> bool:
    """As many dead, by a weapon of one kind, and nothing that speaks against it."""
    weapons = not profile.families or bool(profile.families & attack.families)
    return bool(profile.killed & attack.killed - {0}) and weapons and not judge(profile, attack, places).forbidden


def _recent(attack: Profile, sighting: Sighting) -> bool:
    return sighting.published is not None and 0 <= sighting.published - attack.last <= RECENT_DAYS


def _before(attack: Profile, sighting: Sighting) -> bool:
    return sighting.published is None or attack.last <= sighting.published
