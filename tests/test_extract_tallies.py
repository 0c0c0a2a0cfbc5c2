"""A source's own count of attacks is a tally; a count of anything else is none."""

from __future__ import annotations

import pytest

from tests.extract_world import reports, tallies

# text, low, high, approximate, ordinal
COUNTS: list[tuple[str, int, int | None, bool, bool]] = [
    ("About 20 rocket attacks have targeted bases that house US soldiers since January.", 20, 20, True, False),
    ("There have been 38 attacks on US sites in Iraq and Syria this year.", 38, 38, False, False),
    ("More than 30 attacks on American bases were counted since October 2019.", 31, None, False, False),
    ("Dozens of attacks on US missions have been carried out since 2019.", 24, None, True, False),
    ("It was the 17th attack on American interests since January.", 17, 17, False, True),
    ("It was the fifth attack on the US embassy this month.", 5, 5, False, True),
    ("It was the twenty-third attack on US bases this year.", 23, 23, False, True),
    ("At least 12 attacks have hit coalition bases since March.", 12, None, False, False),
]


@pytest.mark.parametrize(("text", "low", "high", "approximate", "ordinal"), COUNTS)
def test_a_count_of_attacks_is_a_tally(text: str, low: int, high: int | None, approximate: bool, ordinal: bool) -> None:
    assert [(t.count_low, t.count_high, t.approximate, t.ordinal) for t in tallies(text)] == [(low, high, approximate, ordinal)]


@pytest.mark.parametrize("text", [text for text, *_ in COUNTS])
def test_a_tally_is_no_report_and_quotes_its_words(text: str) -> None:
    assert reports(text) == []
    [tally] = tallies(text)
    assert tally.evidence.quote and text[tally.evidence.start : tally.evidence.end] == tally.evidence.quote


PERIODS = [
    ("There have been 38 attacks on US bases since January 2021.", "2021-01", "2021-04-20"),
    ("There have been 38 attacks on US bases since October 2019.", "2019-10", "2021-04-20"),
    ("It was the ninth attack on US bases since March 3.", "2021-03-03", "2021-04-20"),
    ("In all, 11 attacks hit US bases between January and March 2021.", "2021-01", "2021-03"),
    ("There were 12 attacks on US bases in 2020.", "2020", "2020"),
]


@pytest.mark.parametrize(("text", "since", "until"), PERIODS)
def test_a_tally_has_a_period(text: str, since: str, until: str) -> None:
    assert [(tally.since, tally.until) for tally in tallies(text)] == [(since, until)]


def test_a_tally_without_any_date_has_an_open_period() -> None:
    [tally] = tallies("It was the ninth attack on US bases since the elections.", published=None)
    assert (tally.since, tally.until) == (None, None)


def test_a_tally_names_the_countries_that_it_counts_in() -> None:
    [tally] = tallies("There have been 38 attacks on US sites in Iraq and Syria since January.")
    assert tally.region == "Iraq and Syria"


NO_TALLIES = [
    "Three rockets hit Balad air base on Sunday.",
    "The attack on Taji base killed three soldiers.",
    "Two rocket attacks hit Baghdad airport on Sunday.",
    "The United States has 2,500 soldiers in Iraq.",
    "It was the first attack on the US embassy.",
    "The second attack on the airport came hours later.",
    "There were 120 attacks by wolves on sheep in the district last year.",
    "Police counted 40 attacks on polling stations in Iraq since January.",
]


@pytest.mark.parametrize("text", NO_TALLIES)
def test_what_counts_no_attacks_on_us_sites_is_no_tally(text: str) -> None:
    assert [tally.evidence.quote for tally in tallies(text)] == []
