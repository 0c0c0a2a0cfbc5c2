"""Which reports are one attack. Every name of a test is a claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from attack_timeline.model import Report
from tests.reconcile_world import conflicts, merged, only, together, told

ONE = [["a", "b"]]
TWO = [["a"], ["b"]]
KINGDOM: dict[str, Any] = {"attributed_to": ("kingdom",), "attributed_by": ("report",)}
CASES: list[tuple[str, Sequence[Report], list[list[str]]]] = [
    ("same site and day", [told("a"), told("b")], ONE),
    ("another site", [told("a"), told("b", site="west-base")], TWO),
    ("days apart", [told("a"), told("b", date="2021-04-20")], TWO),
    ("the next day, nothing else alike", [told("a"), told("b", date="2021-04-19")], TWO),
    ("the next day, the same dead", [told("a", killed=(2, 2)), told("b", date="2021-04-19", killed=(2, 2))], ONE),
    ("the next day, the same one wounded in fresh news", [told("a", wounded=(1, 1)), told("b", date="2021-04-19", wounded=(1, 1))], TWO),
    ("the next day, the attack of a state", [told("a", **KINGDOM), told("b", date="2021-04-19", **KINGDOM)], ONE),
    ("the next day, a small number of munitions", [told("a", munitions=(2, 2)), told("b", date="2021-04-19", munitions=(2, 2))], TWO),
    ("a mission in the zone", [told("a", site="zone"), told("b", site="embassy")], ONE),
    ("two sites side by side in the zone", [told("a", site="compound"), told("b", site="embassy")], TWO),
    ("rocket and missile", [told("a"), told("b", weapon="missile")], ONE),
    ("rocket and mortar", [told("a"), told("b", weapon="mortar")], ONE),
    ("rocket and drone", [told("a"), told("b", weapon="drone")], TWO),
    ("rocket and roadside bomb", [told("a"), told("b", weapon="ied")], TWO),
    ("rocket and crowd", [told("a", site="embassy"), told("b", site="embassy", weapon="mob")], TWO),
    ("rocket and unknown", [told("a"), told("b", weapon="unknown")], ONE),
    ("an explicit second wave", [told("a"), told("b", wave=2)], TWO),
    ("two reports of one article", [told("a"), told("a")], [["a"], ["a"]]),
    ("two reports of one article, and one of them retold", [told("a"), told("a", wave=2), told("b", wave=2)], [["a"], ["a", "b"]]),
    ("tolls far apart", [told("a", killed=(1, 1)), told("b", killed=(20, 20))], TWO),
    ("a toll that grew", [told("a", killed=(1, 1)), told("b", killed=(3, 3))], ONE),
    ("a range that holds the day", [told("a"), told("b", date="2021-04-17/2021-04-18")], ONE),
    ("a range that holds two attacks", [told("a"), told("c", date="2021-04-17"), told("b", date="2021-04-17/2021-04-18")], [["a"], ["b"], ["c"]]),
    ("a month with one attack", [told("a"), told("b", date="2021-04")], ONE),
    ("a month with one attack by another weapon", [told("a", weapon="drone"), told("b", date="2021-04")], TWO),
    ("a month with two attacks", [told("a"), told("c", date="2021-04-04"), told("b", date="2021-04")], [["a"], ["b"], ["c"]]),
    (
        "a month with two attacks, of which the dead tell one",
        [told("a", killed=(2, 2)), told("c", date="2021-04-04"), told("b", date="2021-04", killed=(2, 2))],
        [["a", "b"], ["c"]],
    ),
    ("two reports of a month that nothing settles", [told("a", date="2021-04"), told("b", date="2021-04")], ONE),
    ("a year alone", [told("a"), told("b", date="2021")], TWO),
    ("a described base in its region", [told("a", site="west-base"), told("b", site=None, location_text="an air base in western Homeland")], ONE),
    ("a described base in another region", [told("a"), told("b", site=None, location_text="an air base in western Homeland")], TWO),
    ("a described base in its province", [told("a"), told("b", site=None, admin1="Northland")], ONE),
    ("a described base in another province", [told("a"), told("b", site=None, admin1="Hills")], TWO),
    (
        "a described base that two of that day fit",
        [told("a"), told("c", site="hill-base"), told("b", site=None, location_text="a base in northern Homeland")],
        [["a"], ["b"], ["c"]],
    ),
    ("a described embassy is no base", [told("a"), told("b", site=None, location_text="an embassy", killed=(2, 2))], TWO),
    ("a place told vaguely, nothing else alike", [told("a"), told("b", site=None, location_text="a base")], TWO),
    ("a place told vaguely, the same dead", [told("a", killed=(1, 1)), told("b", site=None, location_text="a base", killed=(1, 1))], ONE),
    ("a convoy in the province of a base", [told("a"), told("b", site=None, admin1="Northland", weapon="ied", location_text="a convoy")], TWO),
    ("convoys in one province", [told(x, site=None, admin1="Northland", weapon="ied", location_text=f"a {x} road") for x in "ab"], ONE),
    ("convoys in two provinces", [told("a", site=None, admin1="Hills", weapon="ied"), told("b", site=None, admin1="Northland", weapon="ied")], TWO),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_one_attack(reports: Sequence[Report], expected: list[list[str]]) -> None:
    assert together(merged(*reports)) == expected


def test_a_day_told_from_memory_joins_the_neighbouring_day_and_is_a_conflict() -> None:
    found = only(merged(told("a", wounded=(1, None)), told("b", date="2021-04-19", weapon="unknown", wounded=(1, 1)), b="2021-07-01"))
    assert found.date == "2021-04-18"
    assert conflicts(found) == {"date": ["2021-04-18", "2021-04-19"]}


def test_an_article_that_tells_two_days_keeps_them_apart_whoever_else_confuses_them() -> None:
    reports = [(article, date) for article, days in (("a", (18, 19)), ("b", (18,)), ("c", (19,))) for date in days]
    assert together(merged(*(told(article, date=f"2021-04-{day}", killed=(2, 2)) for article, day in reports))) == [["a", "b"], ["a", "c"]]


def test_the_gazetteer_names_a_described_base_only_where_one_was_held_on_that_day() -> None:
    found = merged(*(told(x, site=None, location_text=f"a base in {region} Homeland") for x, region in (("a", "southern"), ("b", "northern"))))
    assert {incident.reports[0].article: (incident.site_id, incident.site_inferred) for incident in found.incidents} == {
        "a": ("south-base", True),
        "b": (None, False),
    }


def test_a_described_site_takes_over_the_named_one_and_says_so() -> None:
    found = only(merged(told("a", site="west-base"), told("b", site=None, location_text="a base in western Homeland")))
    copy = found.reports[1]
    assert (copy.site_id, copy.site_inferred, found.site_inferred) == ("west-base", True, False)
    assert [(one.quote, one.rule) for one in copy.evidence if one.field == "site"] == [("was attacked", "reconcile.inherited-site")]


@pytest.mark.parametrize(
    ("facts", "published", "expected"),
    [
        ({"killed": (2, 2)}, "2021-06-01", "2021-04-18"),
        ({"killed": (2, 2)}, "2021-04-01", None),
        ({"killed": (3, 3)}, "2021-06-01", None),
        ({}, "2021-06-01", None),
        ({"attributed_to": ("brigade",), "attributed_by": ("x",)}, "2021-06-01", "2021-04-18"),
        ({"attributed_to": ("militias",), "attributed_by": ("x",)}, "2021-06-01", None),
        ({"killed": (2, 2), "weapon": "drone"}, "2021-06-01", None),
    ],
)
def test_an_undated_report_is_dated_by_the_one_attack_that_it_must_be(facts: dict[str, Any], published: str, expected: str | None) -> None:
    blame = {"attributed_to": ("brigade", "militias"), "attributed_by": ("x", "x")}
    found = merged(told("a", killed=(2, 2), **blame), told("b", date=None, **facts), b=published)
    if expected is None:
        assert [report.article for report in found.undated] == ["b"]
        assert together(found) == [["a"]]
    else:
        copy = only(found).reports[1]
        assert (copy.date, copy.date_inferred, bool(copy.date_reason)) == (expected, True, True)
        assert copy.evidence[-1].rule == "reconcile.inherited-date"


def test_an_undated_report_that_two_attacks_fit_stays_undated() -> None:
    found = merged(told("a", killed=(2, 2)), told("c", date="2021-03-01", killed=(2, 2)), told("b", date=None, killed=(2, 2)), b="2021-06-01")
    assert [report.article for report in found.undated] == ["b"]


@pytest.mark.parametrize(("site", "weapon", "who", "dated"), [
    ("west-base", "ballistic-missile", ("kingdom",), True),
    (None, "missile", ("kingdom",), True),
    ("west-base", "rocket", (), False),
    ("north-base", "missile", ("kingdom",), False),
    ("west-base", "drone", ("kingdom",), False),
])  # fmt: skip
def test_an_undated_report_of_a_landmark_attack_has_its_day(site: str | None, weapon: str, who: tuple[str, ...], dated: bool) -> None:
    found = merged(told("a", date=None, site=site, weapon=weapon, attributed_to=who, attributed_by=("report",) * len(who)), a="2020-03-01")
    assert [incident.date for incident in found.incidents] == (["2020-01-08"] if dated else [])
    assert all(incident.date_inferred and incident.reports[0].date == "2020-01-08" for incident in found.incidents)


def test_a_merge_says_why_with_weights() -> None:
    found = only(merged(told("a"), told("b"), told("c", date="2021-04")))
    weapons = "Their weapons are the same, or what translators call by one name. (+1)"
    month = "One tells only the month or some weeks, and they include a day of the other. (+1)"
    assert found.merged_because == (
        f"2 reports: Both name the same site. (+3) Both tell the same day. (+3) {weapons}",
        f"c: Both name the same site. (+3) {month} {weapons}",
    )
