"""What is known of the world: sites, groups, weapons, places, landmarks and words, read from data/*.yaml."""

from __future__ import annotations

from attack_timeline.knowledge.checking import check
from attack_timeline.knowledge.loading import load
from attack_timeline.knowledge.records import Group, NameMatch, Place, Presence, Site, Weapon
from attack_timeline.knowledge.store import Knowledge

__all__ = ["Group", "Knowledge", "NameMatch", "Place", "Presence", "Site", "Weapon", "check", "load"]
