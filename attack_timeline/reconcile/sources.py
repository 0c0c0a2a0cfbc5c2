"""How many sources an attack has: copies of one agency's text are one source."""

from __future__ import annotations

from collections.abc import Sequence

from attack_timeline.model import Report
from attack_timeline.reconcile.sighting import Sighting

COPIED = 60  # characters of evidence that two articles share word for word only when one text stands behind both


def origins(members: Sequence[Sighting]) -> dict[str, str]:
    """Article -> the first of the articles that tell this attack in the same words, by the members' order."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for member in members:
        words = _words(member.report)
        origin = first.setdefault(words, member.article) if len(words) >= COPIED else member.article
        found.setdefault(member.article, origin)
    return found


def _words(report: Report) -> str:
    """What the report was read from, without regard to case and white space."""
    quotes = sorted({" ".join(evidence.quote.split()).casefold() for evidence in report.evidence})
    return " | ".join(quotes)
