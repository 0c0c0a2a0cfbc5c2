"""Ids that a person can read and that stay when articles are added.

An id is made of the attack's own day, outermost site and, where it is no fire from afar, weapon family: not of its number among others, nor of
who tells it. `-2` is for a later wave that an article tells apart, or, rarely, for attacks that nothing else tells apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date

from attack_timeline.reconcile.draft import Draft
from attack_timeline.reconcile.places import Places

LETTERS = {"day": 10, "range": 10, "month": 7, "season": 4, "year": 4}  # of 2021-02-15 that a date of this precision shows
UNMARKED = frozenset({"fire", "unknown"})


def name_all(drafts: Sequence[Draft], places: Places) -> list[str]:
    """One id for each, all different."""
    wanted = [_name(made, made.root, places) for made in drafts]
    often = Counter(wanted)
    wanted = [_name(made, made.site, places) if often[name] > 1 else name for made, name in zip(drafts, wanted, strict=True)]
    taken = set(wanted)
    seen: set[str] = set()
    names = []
    for name in wanted:
        chosen, number = name, 2
        while chosen in seen or (chosen != name and chosen in taken):
            chosen, number = f"{name}-{number}", number + 1
        seen.add(chosen)
        names.append(chosen)
    return names


def _name(made: Draft, site: str | None, places: Places) -> str:
    day = date.fromordinal(made.first).isoformat()[: LETTERS.get(made.precision, 10)]
    parts = [day, site or made.admin1 or places.home]
    if made.family not in UNMARKED:
        parts.append(made.family)
    if made.cluster.wave > 1:
        parts.append(str(made.cluster.wave))
    return "-".join(slug(part) for part in parts)


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
