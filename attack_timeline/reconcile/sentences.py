"""Comparators as sentences: how one is registered with its weight, and what a verdict says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from attack_timeline.reconcile.places import Places
from attack_timeline.reconcile.sighting import Profile

Comparator = Callable[[Profile, Profile, Places], bool]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sum of the weights, and the sentences that were true; a sentence that forbids ends the matter."""

    weight: float
    reasons: tuple[str, ...]
    forbidden: bool = False


FORBIDDING: list[tuple[str, Comparator]] = []
WEIGHTED: list[tuple[str, float, Comparator]] = []


def forbids(comparator: Comparator) -> Comparator:
    FORBIDDING.append((_sentence(comparator), comparator))
    return comparator


def weighs(weight: float) -> Callable[[Comparator], Comparator]:
    def register(comparator: Comparator) -> Comparator:
        WEIGHTED.append((f"{_sentence(comparator)} ({weight:+g})", weight, comparator))
        return comparator

    return register


def _sentence(comparator: Comparator) -> str:
    return " ".join((comparator.__doc__ or comparator.__name__).split())
