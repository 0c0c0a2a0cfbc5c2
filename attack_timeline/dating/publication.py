"""When each article was published: from metadata, from its own words, or as what the times in it leave possible."""

from __future__ import annotations

from collections.abc import Sequence

from attack_timeline.dating.calendar import span_of
from attack_timeline.dating.stated import Stated, stated_date
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import Article, ArticleEvidence, Publication, Report, TimeExpression


def infer_publications(items: Sequence[tuple[Article, Sequence[TimeExpression]]], landmarks: Sequence[Landmark]) -> dict[str, Publication]:
    """The publication of every article, by article id."""
    return {article.id: _publication(article, times, landmarks) for article, times in items}


def inherit_publications(
    articles: Sequence[Article],
    times_by_id: dict[str, Sequence[TimeExpression]],
    publications: dict[str, Publication],
    reports: Sequence[Report],
    landmarks: Sequence[Landmark],
) -> dict[str, Publication]:
    """Publications again, where an undated article tells an attack that a dated one tells."""
    return publications


def _publication(article: Article, times: Sequence[TimeExpression], landmarks: Sequence[Landmark]) -> Publication:
    if article.published:
        return Publication(date=article.published, by=article.published_by or "metadata", evidence=article.published_evidence)
    stated = stated_date(article.text, times)
    if stated is not None and stated.expression.year is not None:
        time = stated.expression
        span = span_of(time.year or 0, time.month, time.day)
        if span is not None:
            return Publication(date=span.edtf, by="stated", evidence=(evidence(article, stated),))
    return Publication()


def evidence(article: Article, stated: Stated) -> ArticleEvidence:
    time = stated.expression
    return ArticleEvidence(field="published", start=time.start, end=time.end, quote=article.text[time.start : time.end], rule=stated.rule, article=article.id)
