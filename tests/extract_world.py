"""Short texts read as the pipeline reads an article, for the tests of extraction."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from attack_timeline import dating
from attack_timeline.extract.annotate import Annotated, Line, annotate
from attack_timeline.extract.reports import read_reports
from attack_timeline.extract.times import find_times
from attack_timeline.knowledge import Knowledge, load
from attack_timeline.model import Article, Report, ResolvedTime, Tally
from tests.builders import an_article

TUESDAY = "2021-04-20"  # the day on which the texts of these tests are published, where they say nothing else
Bounds = tuple[int | None, int | None]
UNKNOWN: Bounds = (None, None)


class Told(NamedTuple):
    """What a report is to say; what a test does not name is to be unknown."""

    date: str | None
    site: str | None
    weapon: str
    munitions: Bounds = UNKNOWN
    killed: Bounds = UNKNOWN
    wounded: Bounds = UNKNOWN
    claim: str = "unknown"
    claimed_by: tuple[str, ...] = ()


def told(report: Report) -> Told:
    return Told(
        report.date,
        report.site_id,
        report.weapon,
        (report.munitions_low, report.munitions_high),
        (report.killed_low, report.killed_high),
        (report.wounded_low, report.wounded_high),
        report.claim_status,
        report.claimed_by,
    )


@cache
def knowledge() -> Knowledge:
    return load()


def annotated(text: str, published: str | None = TUESDAY) -> tuple[Annotated, list[ResolvedTime]]:
    article = an_article(text, published=published, published_by="metadata" if published else None)
    return _annotated(article)


def _annotated(article: Article) -> tuple[Annotated, list[ResolvedTime]]:
    times = find_times(article.text, knowledge().landmarks)
    return annotate(article, times, knowledge()), dating.resolve(article.text, times, article.published, knowledge().landmarks)


def a_line(text: str) -> Line:
    """The one sentence of a text."""
    found, _ = annotated(text)
    [line] = found.lines
    return line


def read(text: str, published: str | None = TUESDAY) -> tuple[list[Report], list[Tally]]:
    found, resolved = annotated(text, published)
    return read_reports(found, resolved, knowledge())


def reports(text: str, published: str | None = TUESDAY) -> list[Report]:
    return read(text, published)[0]


def tallies(text: str, published: str | None = TUESDAY) -> list[Tally]:
    return read(text, published)[1]


def untrue_evidence(text: str, found: tuple[list[Report], list[Tally]]) -> list[Any]:
    """Whatever quotes the text wrongly; empty is what every article promises."""
    own, counts = found
    quoted: list[Any] = [evidence for report in own for evidence in (*report.evidence, *report.others, *report.joint_numbers)]
    quoted += [tally.evidence for tally in counts]
    return [one for one in quoted if not one.quote or text[one.start : one.end] != one.quote]
