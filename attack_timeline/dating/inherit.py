"""An undated article that tells an attack which a dated one tells gets its day from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Day

from attack_timeline.dating.calendar import parse_edtf
from attack_timeline.dating.candidates import infer_day_beside
from attack_timeline.dating.cuts import Cut
from attack_timeline.dating.publication import as_publication
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import Article, ArticleEvidence, Publication, Report, TimeExpression

# A dated article tells the news of its days; what it tells as older is background, which many attacks fit.
NEWS_DAYS = 5


def inherit_publications(
    articles: Sequence[Article],
    times_by_id: Mapping[str, Sequence[TimeExpression]],
    publications: Mapping[str, Publication],
    reports: Sequence[Report],
    landmarks: Sequence[Landmark],
) -> dict[str, Publication]:
    """Publications again, where an undated article tells an attack that a dated one tells.

    Site, weapon, weekday and casualties must agree, and all dated attacks that fit must be of one day.
    """
    by_id = {article.id: article for article in articles}
    known: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        if report.site_id and report.weapon != "unknown" and _is_news(report, publications.get(report.article)):
            known[report.site_id, report.weapon].append(report)
    found = dict(publications)
    for report in reports:
        publication = publications.get(report.article, Publication())
        article = by_id.get(report.article)
        if article is None or publication.date is not None or report.background or not report.site_id:
            continue
        inherited = _from(article, report, known.get((report.site_id, report.weapon), ()), times_by_id.get(article.id, ()), landmarks)
        if inherited is not None and found[article.id].date is None:
            found[article.id] = inherited
    return found


def _is_news(report: Report, publication: Publication | None) -> bool:
    published = parse_edtf(publication.date) if publication and publication.date and publication.by != "inferred" else None
    if published is None or report.background or report.date_start is None or report.date_start != report.date_end:
        return False
    return 0 <= (published.last - report.date_start).days <= NEWS_DAYS


def _from(
    article: Article, report: Report, dated: Sequence[Report], times: Sequence[TimeExpression], landmarks: Sequence[Landmark]
) -> Publication | None:
    told = _weekday_of(report, times)
    if told is None:
        return None
    fitting = [other for other in dated if other.date_start and other.date_start.weekday() == told.weekday and _same_toll(report, other)]
    days = {other.date_start for other in fitting if other.date_start}
    if len(days) != 1:
        return None
    day: Day = days.pop()
    finding = infer_day_beside(article.text, times, landmarks, day, Cut(day, None, told.start, told.end, "same-attack"))
    if finding.date is None:
        return None
    publication = as_publication(article, finding, "inferred")
    source = next((evidence for evidence in fitting[0].evidence if evidence.field == "date"), None)
    if source is not None:
        words = ArticleEvidence(**source.model_dump() | {"field": "published", "rule": "same-attack"}, article=fitting[0].article)
        publication = publication.model_copy(update={"evidence": (*publication.evidence, words)})
    return publication


def _weekday_of(report: Report, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The weekday on which the report hangs its attack."""
    dates = [evidence for evidence in report.evidence if evidence.field == "date"]
    return next(
        (time for time in times if time.type == "weekday" and any(time.start < one.end and one.start < time.end for one in dates)),
        None,
    )


def _same_toll(one: Report, other: Report) -> bool:
    """Killed and wounded agree where both tell them."""
    pairs = ((one.killed_low, other.killed_low), (one.wounded_low, other.wounded_low))
    return all(first is None or second is None or first == second for first, second in pairs)
