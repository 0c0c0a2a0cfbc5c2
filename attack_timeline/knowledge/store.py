"""The knowledge as the stages see it: records by id, and what a text mentions of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.knowledge.matching import Matcher
from attack_timeline.knowledge.records import Group, NameMatch, Phrases, Place, Site, Weapon
from attack_timeline.knowledge.vocabulary import Vocabulary


class Knowledge:
    """Sites, groups, weapons, places, landmarks and words; mentions are ordered and do not overlap within one kind."""

    def __init__(
        self,
        sites: dict[str, Site],
        groups: dict[str, Group],
        weapons: list[Weapon],
        places: dict[str, Place],
        landmarks: list[Landmark],
        vocabulary: Vocabulary,
        phrases: Phrases,
    ) -> None:
        self.sites: Mapping[str, Site] = sites
        self.groups: Mapping[str, Group] = groups
        self.weapons: Sequence[Weapon] = weapons
        self.places: Mapping[str, Place] = places
        self.landmarks: Sequence[Landmark] = landmarks
        self.vocabulary = vocabulary
        self.phrases = phrases

    @cached_property
    def weapons_by_id(self) -> Mapping[str, Weapon]:
        return {weapon.id: weapon for weapon in self.weapons}

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.sites, self.groups, self.places, self.weapons, self.phrases)

    def __getstate__(self) -> dict[str, object]:
        """Without what is compiled: a worker compiles its own."""
        return {name: value for name, value in self.__dict__.items() if name not in ("_matcher", "weapons_by_id")}

    def site_mentions(self, text: str) -> list[NameMatch]:
        return self._matcher.mentions(text, "site")

    def group_mentions(self, text: str) -> list[NameMatch]:
        return self._matcher.mentions(text, "group")

    def place_mentions(self, text: str) -> list[NameMatch]:
        return self._matcher.mentions(text, "place")

    def weapon_mentions(self, text: str) -> list[NameMatch]:
        return self._matcher.mentions(text, "weapon")
