"""The five articles of seeds/, end to end: the facts that they tell, as a person reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from attack_timeline import build
from attack_timeline.model import Incident, Tally, Timeline
from attack_timeline.render import RENDERERS
from tests.extract_world import UNKNOWN, Bounds

FIRE = ("rocket", "missile")
STATE_FIRE = ("missile", "ballistic-missile")
NOBODY: Bounds = (0, 0)
FEBRUARY_DAYS = ("2021-02-20", "2021-02-21", "2021-02-20/2021-02-21")
EMBASSY = ("us-embassy-baghdad", "green-zone")


class Fact(NamedTuple):
    """One attack: any of the dates, sites and weapons is right; a bound of None is unknown or open."""

    dates: tuple[str, ...]
    sites: tuple[str | None, ...]
    weapons: tuple[str, ...]
    articles: tuple[str, ...]
    munitions: Bounds = UNKNOWN
    killed: tuple[Bounds, ...] = (UNKNOWN,)
    wounded: tuple[Bounds, ...] = (UNKNOWN,)
    claims: tuple[str, ...] = ("unknown",)
    claimed_by: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


FACTS = [
    Fact(("2019-12-27",), ("k-1",), FIRE, ("002",), (31, None), killed=((1, 1),), wounded=((1, None),), claims=("unclaimed", "unknown")),
    Fact(("2019-12-31", "2019-12-31/2020-01-01"), ("us-embassy-baghdad",), ("mob", "none"), ("002",)),
    Fact(("2020-01-08",), ("al-asad",), STATE_FIRE, ("002",), claims=("claimed", "unknown")),
    Fact(("2020-01-08",), ("erbil-airport",), STATE_FIRE, ("002", "004"), claims=("claimed", "unknown")),
    Fact(("2020-03-11",), ("taji",), FIRE, ("002",), killed=((3, 3),)),
    Fact(("2020-03-14",), ("taji",), FIRE, ("002",), (30, 30)),
    Fact(("2020-03-17",), ("basmaya",), FIRE, ("002",), (2, None)),
    Fact(("2020-09-28",), ("baghdad-airport",), FIRE, ("002",), (1, 1), killed=((5, 5),)),
    Fact(("2020-09",), ("erbil-airport",), FIRE, ("004",), (6, 6), killed=(NOBODY,), wounded=(NOBODY,), claims=("unclaimed", "unknown")),
    Fact(("2020-12-20",), EMBASSY, FIRE, ("002",), (5, None)),
    Fact(
        ("2021-02-15",),
        ("erbil-airport",),
        FIRE,
        ("002", "004"),
        (13, None),
        killed=((1, 1), (2, 2), (1, 2)),
        wounded=((1, None),),
        claims=("claimed",),
        claimed_by=("saraya-awliya-al-dam",),
        conflicts=("killed",),
    ),
    Fact(FEBRUARY_DAYS, ("balad",), FIRE, ("000", "001", "004"), wounded=((1, 1), (1, None)), conflicts=("date",)),
    Fact(("2021-02-22",), EMBASSY, FIRE, ("004",), (2, None)),
    Fact(("2021-03-03",), ("al-asad", None), FIRE, ("002",), (10, None), killed=((1, 1),)),
    Fact(("2021-04-04",), ("balad",), FIRE, ("000", "001"), (2, 2), killed=(NOBODY,), wounded=(NOBODY,), claims=("unclaimed",)),
    Fact(("2021-04-14",), ("erbil-airport",), ("drone",), ("000",)),
    Fact(("2021-04-18",), ("balad",), FIRE, ("000",), (5, 5)),
    Fact(("2021-07-05",), ("al-asad",), FIRE, ("003",), (3, 3), killed=(NOBODY,), wounded=(NOBODY,), claims=("unclaimed",)),
]
NAMES = [f"{fact.dates[0]} {fact.sites[0]}" for fact in FACTS]


def _the_incident(timeline: Timeline, fact: Fact) -> Incident:
    found = [incident for incident in timeline.incidents if incident.date in fact.dates and incident.site_id in fact.sites]
    assert len(found) == 1, [(incident.date, incident.site_id) for incident in timeline.incidents]
    return found[0]


@pytest.fixture(params=FACTS, ids=NAMES)
def fact(request: pytest.FixtureRequest) -> Fact:
    found = request.param
    assert isinstance(found, Fact)
    return found


def test_an_attack_stands_once_in_the_timeline_with_its_weapon(seeds_timeline: Timeline, fact: Fact) -> None:
    assert _the_incident(seeds_timeline, fact).weapon in fact.weapons


def test_munitions_are_those_that_the_sources_give(seeds_timeline: Timeline, fact: Fact) -> None:
    incident = _the_incident(seeds_timeline, fact)
    assert (incident.munitions_low, incident.munitions_high) == fact.munitions


def test_the_dead_and_wounded_are_those_that_the_sources_give(seeds_timeline: Timeline, fact: Fact) -> None:
    incident = _the_incident(seeds_timeline, fact)
    assert (incident.killed_low, incident.killed_high) in fact.killed
    assert (incident.wounded_low, incident.wounded_high) in fact.wounded


def test_a_claim_is_what_the_sources_say_of_it(seeds_timeline: Timeline, fact: Fact) -> None:
    incident = _the_incident(seeds_timeline, fact)
    assert incident.claim_status in fact.claims
    assert incident.claimed_by == fact.claimed_by or (incident.claim_status == "claimed" and incident.claimed_by == ("iran",))


def test_no_article_is_named_that_does_not_tell_the_attack(seeds_timeline: Timeline, fact: Fact) -> None:
    sources = {source[:3] for source in _the_incident(seeds_timeline, fact).sources}
    assert sources and sources <= set(fact.articles)


def test_sources_that_differ_are_a_conflict(seeds_timeline: Timeline, fact: Fact) -> None:
    conflicts = {conflict.field for conflict in _the_incident(seeds_timeline, fact).conflicts}
    assert set(fact.conflicts) <= conflicts


def test_nothing_else_is_an_incident(seeds_timeline: Timeline) -> None:
    """Not the US air strikes, nor the killing of Soleimani, nor the raid in Syria, nor the counts of attacks."""
    expected = {(date, site) for fact in FACTS for date in fact.dates for site in fact.sites}
    assert [(i.date, i.site_id, i.summary) for i in seeds_timeline.incidents if (i.date, i.site_id) not in expected] == []
    assert len(seeds_timeline.incidents) == len(FACTS)
    assert seeds_timeline.undated == ()


PUBLISHED = [
    ("000", ("2021-04-18",)),
    ("001", ("2021-04-04",)),
    ("002", ("2021-03-03",)),
    ("003", ("2021-07-05",)),
    ("004", ("2021-02-22", "2021-02-23", "2021-02-24", "2021-02-22/2021-02-24")),
]


@pytest.mark.parametrize(("article", "dates"), PUBLISHED)
def test_a_publication_date_that_is_not_printed_is_worked_out(seeds_timeline: Timeline, article: str, dates: tuple[str, ...]) -> None:
    [found] = [one for one in seeds_timeline.articles if one.id.startswith(article)]
    assert found.published in dates
    assert found.published_by == "inferred" and found.published_evidence


def _values(incident: Incident, field: str) -> list[Any]:
    [conflict] = [one for one in incident.conflicts if one.field == field]
    assert conflict.chosen_because
    return [value.value for value in conflict.values]


def test_both_days_told_of_the_february_attack_on_balad_are_kept(seeds_timeline: Timeline) -> None:
    balad = _the_incident(seeds_timeline, FACTS[11])
    assert sorted(_values(balad, "date")) == ["2021-02-20", "2021-02-21"]


def test_both_counts_of_the_dead_of_erbil_are_kept_and_the_later_is_chosen(seeds_timeline: Timeline) -> None:
    erbil = _the_incident(seeds_timeline, FACTS[10])
    assert len(_values(erbil, "killed")) == 2
    assert {(report.killed_low, report.article[:3]) for report in erbil.reports if report.killed_low is not None} == {(1, "002"), (2, "004")}


def test_the_strikes_on_al_asad_and_erbil_are_one_operation(seeds_timeline: Timeline) -> None:
    first, second = _the_incident(seeds_timeline, FACTS[2]), _the_incident(seeds_timeline, FACTS[3])
    assert [set(operation.incidents) for operation in seeds_timeline.operations] == [{first.id, second.id}]
    assert first.operation == second.operation == seeds_timeline.operations[0].id


# article, count, ordinal, approximate, since (any of), until (any of)
TALLIES: list[tuple[str, int, bool, bool, tuple[str | None, ...], tuple[str, ...]]] = [
    ("000", 20, False, True, ("2021-01-20", "2021-01", "2021-01~"), ("2021-04-18",)),
    ("001", 14, True, False, ("2021-01-20", "2021-01"), ("2021-04-04",)),
    ("002", 3, True, False, ("2020-10",), ("2020-12-20",)),
    ("003", 45, False, False, ("2021-01-01", "2021"), ("2021-07-05",)),
    ("004", 3, True, False, ("2021-02-15", "2021-02-16", "2021-02-15/2021-02-16"), ("2021-02-22",)),
]


def _the_tally(timeline: Timeline, article: str, count: int) -> Tally:
    found = [tally for tally in timeline.tallies if tally.article.startswith(article) and tally.count_low == count]
    assert len(found) == 1, [(tally.article[:3], tally.count_low, tally.evidence.quote) for tally in timeline.tallies]
    return found[0]


@pytest.mark.parametrize(("article", "count", "ordinal", "approximate", "since", "until"), TALLIES)
def test_a_count_of_attacks_is_a_tally(
    seeds_timeline: Timeline, article: str, count: int, ordinal: bool, approximate: bool, since: tuple[str | None, ...], until: tuple[str, ...]
) -> None:
    tally = _the_tally(seeds_timeline, article, count)
    assert (tally.count_high, tally.ordinal, tally.approximate) == (count, ordinal, approximate)


@pytest.mark.parametrize(("article", "count", "ordinal", "approximate", "since", "until"), TALLIES)
def test_a_tally_has_the_period_that_its_source_counts(
    seeds_timeline: Timeline, article: str, count: int, ordinal: bool, approximate: bool, since: tuple[str | None, ...], until: tuple[str, ...]
) -> None:
    tally = _the_tally(seeds_timeline, article, count)
    assert tally.since in since
    assert tally.until in until


def test_a_tally_of_iraq_and_syria_says_so(seeds_timeline: Timeline) -> None:
    assert _the_tally(seeds_timeline, "003", 45).region == "Iraq and Syria"


def test_two_builds_give_the_same_bytes(seeds: Path, seeds_timeline: Timeline) -> None:
    first, second = (RENDERERS["json"](timeline) for timeline in (seeds_timeline, build([seeds])))
    assert first == second


def test_the_piped_table_is_one_line_an_incident(attacks: Any, seeds: Path) -> None:
    result = attacks("build", seeds)
    assert result.exit_code == 0
    rows = [line for line in result.stdout.splitlines() if line[:4] in ("2019", "2020", "2021")]
    assert len(rows) == len(FACTS)
    assert sum("Balad" in row for row in rows) == 3
    assert "\x1b" not in result.stdout
