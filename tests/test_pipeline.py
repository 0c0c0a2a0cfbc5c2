"""The library's face, and what the pipeline promises whatever the rules are."""

from __future__ import annotations

from pathlib import Path

import pytest

import attack_timeline
from attack_timeline import Article, Incident, Knowledge, Timeline, TimelineError, build, find_times
from attack_timeline.model import ArticleEvidence


def test_every_public_name_can_be_imported() -> None:
    assert {Article, Incident, Knowledge, Timeline, TimelineError, build, find_times} == {
        getattr(attack_timeline, name) for name in attack_timeline.__all__
    }
    assert set(attack_timeline.__all__) <= set(dir(attack_timeline))
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = attack_timeline.nonsense


def test_one_path_is_enough(seeds: Path, seeds_timeline: Timeline) -> None:
    assert build(str(seeds)) == seeds_timeline


def test_every_report_and_tally_is_of_an_article_that_was_read(seeds_timeline: Timeline) -> None:
    texts = {article.id: article.text for article in seeds_timeline.articles}
    reports = [*seeds_timeline.undated, *(report for incident in seeds_timeline.incidents for report in incident.reports)]
    told = [(report.article, evidence.start, evidence.end, evidence.quote) for report in reports for evidence in report.evidence]
    told += [(report.article, other.start, other.end, other.quote) for report in reports for other in report.others]
    told += [(tally.article, tally.evidence.start, tally.evidence.end, tally.evidence.quote) for tally in seeds_timeline.tallies]
    assert told
    assert [quote for article, start, end, quote in told if texts[article][start:end] != quote] == []


def test_publication_dates_carry_their_evidence(seeds_timeline: Timeline) -> None:
    texts = {article.id: article.text for article in seeds_timeline.articles}
    for article in seeds_timeline.articles:
        assert (article.published is None) == (article.published_by is None)
        for evidence in article.published_evidence:
            assert isinstance(evidence, ArticleEvidence)
            assert texts[evidence.article][evidence.start : evidence.end] == evidence.quote


def test_page_furniture_is_no_report(tmp_path: Path) -> None:
    story = "BAGHDAD, April 18, 2021 - Five rockets hit Balad air base on Sunday, a security source said, without hurting anyone on the base.\n"
    (tmp_path / "a.txt").write_text(
        story + "READ: Rockets hit Taji base on April 16\nLeave a Reply\nRockets hit the US embassy in Baghdad on April 17!\n"
    )
    assert [incident.site_id for incident in build([tmp_path]).incidents] == ["balad"]


def test_the_order_of_articles_does_not_matter(seeds: Path, seeds_timeline: Timeline) -> None:
    turned = build(sorted(seeds.iterdir(), reverse=True))
    assert turned.incidents == seeds_timeline.incidents
    assert set(turned.tallies) == set(seeds_timeline.tallies)


def test_times_of_a_text_are_resolved_against_its_publication() -> None:
    [time] = find_times("Rockets fell on the base on Sunday.", "2021-04-20")
    assert (time.expression.text, time.date) == ("Sunday", "2021-04-18")
    [time] = find_times("Rockets fell on the base on Sunday.")
    assert (time.date, bool(time.reason)) == (None, True)
