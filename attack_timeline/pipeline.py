"""From paths to a timeline, one line a stage."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attack_timeline import dating, reading, reconcile
from attack_timeline.dating.rows import Row
from attack_timeline.extract.annotate import annotate
from attack_timeline.extract.reports import read_reports
from attack_timeline.extract.times import find_times as find_expressions
from attack_timeline.knowledge import Knowledge, load
from attack_timeline.model import Article, Publication, Report, ResolvedTime, Tally, TimeExpression, Timeline

Paths = Iterable[str | os.PathLike[str]]
Stage = Callable[[Article], None]


def build(
    paths: Paths,
    *,
    sources: str | os.PathLike[str] | None = None,
    data: str | os.PathLike[str] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Timeline:
    """The timeline of the attacks that the articles below `paths` tell.

    `sources`: a file like sources.csv, instead of those beside the articles; `data`: a folder of knowledge that adds to or overrides
    what comes with the package; `progress` is told the name of each stage as it begins. Articles that cannot be read stand in
    `timeline.articles` with their `error`; paths or knowledge that are wrong raise `TimelineError`.
    """
    tell = progress or _say_nothing
    tell("reading")
    knowledge = load(Path(data) if data is not None else None)
    news = _News(reading.read_articles([paths] if isinstance(paths, str | os.PathLike) else paths, sources), knowledge)
    tell("finding times")
    news.each(news.find_times)
    tell("dating")
    news.publish(dating.infer_publications(news.dated(), knowledge.landmarks))
    tell("extracting")
    news.each(news.read_reports)
    news.publish(dating.inherit_publications(news.readable(), news.times, news.publications, news.all_reports(), knowledge.landmarks))
    news.each(news.read_reports)
    tell("reconciling")
    found = reconcile.reconcile(news.all_reports(), news.all_tallies(), knowledge, news.published())
    return Timeline(
        incidents=found.incidents, operations=found.operations, tallies=found.tallies, undated=found.undated, articles=tuple(news.stated())
    )


def _say_nothing(_stage: str) -> None:
    """Nobody asked for progress."""


def find_times(text: str, published: str | None = None, *, data: str | os.PathLike[str] | None = None) -> list[ResolvedTime]:
    """Every time that a text names, with the days it means; `published` is the EDTF date that "yesterday" hangs on."""
    knowledge = load(Path(data) if data is not None else None)
    return dating.resolve(text, find_expressions(text, knowledge.landmarks), published, knowledge.landmarks)


def read_times(
    paths: Paths, *, published: str | None = None, sources: str | os.PathLike[str] | None = None, data: str | os.PathLike[str] | None = None
) -> list[tuple[Article, list[Row]]]:
    """The times of every article, as rows; `published` stands for what the articles say of their own date."""
    knowledge = load(Path(data) if data is not None else None)
    news = _News(reading.read_articles(paths, sources), knowledge)
    news.each(news.find_times)
    if published is None:
        news.publish(dating.infer_publications(news.dated(), knowledge.landmarks))
    else:
        news.publish({article.id: Publication(date=published, by="metadata") for article in news.articles})
    return [(article, news.time_rows(article)) for article in news.stated()]


class _News:
    """The articles on their way through the stages, and what each stage found in them."""

    def __init__(self, articles: list[Article], knowledge: Knowledge) -> None:
        self.articles = articles
        self.knowledge = knowledge
        self.errors: dict[str, str] = {article.id: article.error for article in articles if article.error}
        self.times: dict[str, Sequence[TimeExpression]] = {}
        self.publications: dict[str, Publication] = {}
        self.reports: dict[str, list[Report]] = {}
        self.tallies: dict[str, list[Tally]] = {}
        self._read_as: dict[str, str | None] = {}

    def readable(self) -> list[Article]:
        return [article for article in self.articles if article.id not in self.errors]

    def each(self, stage: Stage) -> None:
        """A stage over every article; one on which it fails is set aside with the reason, so that it never costs the others."""
        for article in self.readable():
            try:
                stage(article)
            except Exception as problem:  # noqa: BLE001 - whatever it is, it is this article's
                self.errors[article.id] = f"cannot be analysed ({type(problem).__name__}: {problem})"
                self.times.pop(article.id, None)
                self.reports.pop(article.id, None)
                self.tallies.pop(article.id, None)

    def find_times(self, article: Article) -> None:
        self.times[article.id] = find_expressions(article.text, self.knowledge.landmarks)

    def dated(self) -> list[tuple[Article, Sequence[TimeExpression]]]:
        return [(article, self.times[article.id]) for article in self.readable()]

    def publish(self, publications: dict[str, Publication]) -> None:
        self.publications = publications

    def read_reports(self, article: Article) -> None:
        """Reports and tallies of an article; again only where its publication date has become another."""
        published = self._date_of(article)
        if article.id in self.reports and self._read_as[article.id] == published:
            return
        resolved = self._resolved(article)
        dated = article.model_copy(update={"published": published})
        annotated = annotate(dated, self.times[article.id], self.knowledge, skip=reading.furniture(article.text))
        self.reports[article.id], self.tallies[article.id] = read_reports(annotated, resolved, self.knowledge)
        self._read_as[article.id] = published

    def time_rows(self, article: Article) -> list[Row]:
        return [] if article.error else dating.time_rows(article.text, self._resolved(article))

    def _resolved(self, article: Article) -> list[ResolvedTime]:
        return dating.resolve(article.text, self.times[article.id], self._date_of(article), self.knowledge.landmarks)

    def _date_of(self, article: Article) -> str | None:
        publication = self.publications.get(article.id)
        return publication.date if publication else None

    def all_reports(self) -> list[Report]:
        return [report for article in self.readable() for report in self.reports[article.id]]

    def all_tallies(self) -> list[Tally]:
        return [tally for article in self.readable() for tally in self.tallies[article.id]]

    def published(self) -> dict[str, str | None]:
        return {article.id: self._date_of(article) for article in self.articles}

    def stated(self) -> list[Article]:
        """The articles with the publication dates and errors that the stages found."""
        return [self._with_findings(article) for article in self.articles]

    def _with_findings(self, article: Article) -> Article:
        known = self.publications.get(article.id, Publication(date=article.published, by=article.published_by))
        found = {"published": known.date, "published_by": known.by, "published_evidence": known.evidence, "error": self.errors.get(article.id)}
        return article.model_copy(update=found)
