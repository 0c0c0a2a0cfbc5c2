"""Whatever the program says, the words that it rests on stand where it says, in the article that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from attack_timeline.model import Report, Timeline

FIELDS = frozenset({"attack", "date", "site", "weapon", "munitions", "killed", "wounded", "claim", "attributed"})


class Quoted(NamedTuple):
    kind: str
    article: str
    start: int
    end: int
    quote: str
    rule: str


def _reports(timeline: Timeline) -> list[Report]:
    return [*timeline.undated, *(report for incident in timeline.incidents for report in incident.reports)]


def _quoted(timeline: Timeline) -> Iterator[Quoted]:
    for report in _reports(timeline):
        yield from (Quoted("report", report.article, e.start, e.end, e.quote, e.rule) for e in report.evidence)
        yield from (Quoted("other", report.article, o.start, o.end, o.quote, o.rule) for o in report.others)
        yield from (Quoted("joint", n.article, n.start, n.end, n.quote, n.rule) for n in report.joint_numbers)
    for operation in timeline.operations:
        yield from (Quoted("operation", n.article, n.start, n.end, n.quote, n.rule) for n in operation.numbers)
    for tally in timeline.tallies:
        e = tally.evidence
        yield Quoted("tally", tally.article, e.start, e.end, e.quote, e.rule)


def test_every_quote_stands_in_its_article(seeds_timeline: Timeline) -> None:
    texts = {article.id: article.text for article in seeds_timeline.articles}
    quoted = list(_quoted(seeds_timeline))
    assert {one.kind for one in quoted} >= {"report", "tally"}
    assert [one for one in quoted if not one.quote.strip() or texts[one.article][one.start : one.end] != one.quote] == []


def test_every_quote_names_its_rule(seeds_timeline: Timeline) -> None:
    assert [one for one in _quoted(seeds_timeline) if "." not in one.rule] == []


BACKED = [
    ("date", "date"),
    ("site_id", "site"),
    ("munitions_low", "munitions"),
    ("munitions_high", "munitions"),
    ("killed_low", "killed"),
    ("wounded_low", "wounded"),
    ("weapon_text", "weapon"),
    ("claimed_by", "claim"),
    ("attributed_to", "attributed"),
]


@pytest.mark.parametrize(("value", "field"), BACKED)
def test_no_value_is_without_evidence(seeds_timeline: Timeline, value: str, field: str) -> None:
    said = [report for report in _reports(seeds_timeline) if getattr(report, value)]
    assert said
    assert [(report.article, report.summary) for report in said if field not in {e.field for e in report.evidence}] == []


def test_evidence_is_of_known_fields_and_of_the_attack_itself(seeds_timeline: Timeline) -> None:
    for report in _reports(seeds_timeline):
        fields = {e.field for e in report.evidence}
        assert "attack" in fields and fields <= FIELDS


def test_attributed_by_stands_with_whom_it_blames(seeds_timeline: Timeline) -> None:
    assert [r.summary for r in _reports(seeds_timeline) if bool(r.attributed_to) != bool(r.attributed_by)] == []
