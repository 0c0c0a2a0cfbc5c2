"""When each article was published: from metadata, from its own words, or as what the times in it leave possible."""

from __future__ import annotations

from collections.abc import Sequence

from attack_timeline.dating.calendar import span_of
from attack_timeline.dating.candidates import Finding, infer_day, infer_year
from attack_timeline.dating.stated import Stated, stated_date
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import Article, ArticleEvidence, Publication, TimeExpression


def infer_publications(items: Sequence[tuple[Article, Sequence[TimeExpression]]], landmarks: Sequence[Landmark]) -> dict[str, Publication]:
    """The publication of every article, by article id."""
    return {article.id: _publication(article, times, landmarks) for article, times in items}


def _publication(article: Article, times: Sequence[TimeExpression], landmarks: Sequence[Landmark]) -> Publication:
    if article.published:
        return Publication(date=article.published, by=article.published_by or "metadata", evidence=article.published_evidence)
    if not article.text:
        return Publication()
    stated = stated_date(article.text, times)
    if stated is None:
        return as_publication(article, infer_day(article.text, times, landmarks), "inferred")
    time = stated.expression
    if time.year is not None:
        span = span_of(time.year, time.month, time.day)
        return Publication(date=span.edtf if span else None, by="stated" if span else None, evidence=(_stated_evidence(article, stated),))
    finding = infer_year(article.text, times, time, landmarks)
    inferred = as_publication(article, finding, "stated")
    return inferred.model_copy(update={"evidence": (_stated_evidence(article, stated), *inferred.evidence)})


def as_publication(article: Article, finding: Finding, by: str) -> Publication:
    evidence = tuple(
        ArticleEvidence(field="published", start=cut.start, end=cut.end, quote=article.text[cut.start : cut.end], rule=cut.rule, article=article.id)
        for cut in finding.cuts
    )
    known = "stated" if by == "stated" else "inferred"
    return Publication(date=finding.date, by=known if finding.date else None, evidence=evidence, contradictions=finding.contradictions)


def _stated_evidence(article: Article, stated: Stated) -> ArticleEvidence:
    time = stated.expression
    return ArticleEvidence(
        field="published", start=time.start, end=time.end, quote=article.text[time.start : time.end], rule=stated.rule, article=article.id
    )
