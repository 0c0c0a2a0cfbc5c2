"""Which value of several is the best, and what counts as a conflict. Every name of a test is a claim."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from attack_timeline.model import Evidence, Incident, JointNumber, OtherValue, Report, Tally
from attack_timeline.reconcile import Reconciled, reconcile
from attack_timeline.reconcile.sentences import FORBIDDING, WEIGHTED
from tests.reconcile_world import WORDS, World, conflicts, merged, only, together, told

DAY = "2021-04-18"
KINGDOM: dict[str, Any] = {"attributed_to": ("kingdom",), "attributed_by": ("report",), "weapon": "missile"}


def at(day: int) -> str:
    return f"2021-04-{day:02}"


def numbers(incident: Incident, name: str) -> tuple[int | None, int | None]:
    values = incident.model_dump()
    return values[f"{name}_low"], values[f"{name}_high"]


@pytest.mark.parametrize(("name", "values", "best", "conflict"), [
    ("killed", [(18, (1, 1)), (18, (1, 1))], (1, 1), False),
    ("killed", [(19, (1, 1)), (25, (2, 2))], (2, 2), True),  # a later, higher toll
    ("killed", [(19, (2, 2)), (30, (1, 1))], (2, 2), True),  # later background, lower
    ("wounded", [(18, (0, 0)), (20, (11, 11)), (29, (34, 34))], (34, 34), True),
    ("wounded", [(18, (1, None)), (19, (6, 6))], (6, 6), False),  # refined
    ("wounded", [(18, (6, 6)), (19, (1, None))], (6, 6), False),
    ("wounded", [(18, (9, 14)), (18, (9, 9))], (9, 9), False),
    ("munitions", [(18, (10, None)), (18, (13, 13))], (13, 13), False),
    ("munitions", [(18, (5, 5)), (30, (3, 3))], (5, 5), True),  # fresh before background
    ("munitions", [(18, (3, 3)), (18, (5, 5)), (18, (5, 5))], (5, 5), True),  # more sources
])  # fmt: skip
def test_the_best_number(name: str, values: list[tuple[int, tuple[int, int | None]]], best: tuple[int, int], conflict: bool) -> None:
    reports = [told(f"{place}", **{name: value}) for place, (_, value) in enumerate(values)]
    found = only(merged(*reports, **{f"{place}": at(day) for place, (day, _) in enumerate(values)}))
    assert numbers(found, name) == best
    assert (name in conflicts(found)) == conflict


def test_an_unknown_number_stays_unknown_and_none_is_a_number() -> None:
    found = only(merged(told("a"), told("b", wounded=(0, 0))))
    assert numbers(found, "killed") == (None, None)
    assert numbers(found, "wounded") == (0, 0)


@pytest.mark.parametrize("own", [None, (1, 1)])
def test_a_value_that_is_taken_back_is_shown_and_never_chosen(own: tuple[int, int] | None) -> None:
    other = OtherValue(field="killed", low=80, high=80, status="disputed", start=0, end=2, quote="80", rule="a-rule")
    found = only(merged(told("a", killed=own or (None, None), others=(other,))))
    assert numbers(found, "killed") == (own or (None, None))
    assert "80 (disputed)" in conflicts(found)["killed"]


@pytest.mark.parametrize(("field", "values", "best", "conflict"), [
    ("weapon", ["rocket", "missile"], "rocket", False),
    ("weapon", ["missile", "ballistic-missile", "missile"], "ballistic-missile", False),
    ("weapon", ["rocket", "mortar", "rocket"], "rocket", True),
    ("weapon", ["unknown", "mortar"], "mortar", False),
    ("site", ["zone", "embassy", "zone"], "embassy", False),
    ("claim_status", ["unclaimed", "unknown"], "unclaimed", False),
    ("claim_status", ["unclaimed", "claimed"], "claimed", False),
    ("claim_status", ["denied", "claimed"], "claimed", True),
])  # fmt: skip
def test_the_best_word(field: str, values: list[str], best: str, conflict: bool) -> None:
    fixed = {} if field == "site" else {"site": "zone"}
    found = only(merged(*(told(f"{place}", **fixed, **{field: value}) for place, value in enumerate(values))))
    assert found.model_dump()["site_id" if field == "site" else field] == best
    assert (field in conflicts(found)) == conflict


def test_all_claimants_are_named_and_blame_keeps_who_blames() -> None:
    blame = {"attributed_to": ("militias",), "attributed_by": ("ministry",)}
    found = only(merged(told("a", claim_status="claimed", claimed_by=("league",), **blame), told("b"), told("c", claimed_by=("league", "brigade"))))
    assert (found.claim_status, found.claimed_by) == ("claimed", ("league", "brigade"))
    assert (found.attributed_to, found.attributed_by) == (("militias",), ("ministry",))


def test_a_conflict_names_the_articles_and_a_reason() -> None:
    conflict = only(merged(told("a", killed=(1, 1)), told("b", killed=(2, 2)), a=at(18), b=at(20))).conflicts[0]
    assert [(value.value, value.articles) for value in conflict.values] == [(1, ("a",)), (2, ("b",))]
    assert conflict.chosen_because == "the latest toll told in the days right after the attack, by one source"


def test_copies_of_one_text_are_one_source() -> None:
    copied = (Evidence(field="attack", start=0, end=80, quote="x" * 80, rule="a-rule"),)
    found = only(merged(*(told(name, evidence=copied) for name in "ab")))
    assert (found.sources, found.source_count, found.confidence) == (("a", "b"), 2, "medium")
    assert dict(found.chosen)["source_count"] == "2 articles, but only one source: the others carry the same text"


@pytest.mark.parametrize(("reports", "grade"), [
    ([told("a"), told("b")], "high"),
    ([told("a")], "medium"),
    ([told("a", killed=(1, 1)), told("b", killed=(3, 3))], "medium"),
    ([told(x, killed=(1 + (x == "a"), 1 + (x == "a"))) for x in "abcd"], "high"),
    ([told(x, killed=(1 + (x == "a"), 1 + (x == "a"))) for x in "abc"], "medium"),
    ([told("a", date="2021-04")], "low"),
    ([told("a", date_inferred=True)], "low"),
    ([told("a", site=None, admin1="Hills"), told("b", site=None, admin1="Hills")], "low"),
])  # fmt: skip
def test_confidence_grows_with_agreeing_sources_and_stated_days(reports: list[Report], grade: str) -> None:
    assert only(merged(*reports)).confidence == grade


@pytest.mark.parametrize(("fields", "line"), [
    ({"munitions": (5, 5)}, "Five rockets at north-base; casualties not told"),
    ({"munitions": (1, 1), "killed": (0, 0), "wounded": (0, 0)}, "One rocket at north-base; no casualties"),
    ({"weapon": "drone", "munitions": (2, None), "wounded": (1, 3)}, "At least two drones at north-base; one to three wounded"),
    ({"weapon": "mob", "killed": (0, 0), "wounded": (12, 12)}, "A crowd at north-base; nobody killed, 12 wounded"),
    ({"weapon": "unknown"}, "Attack at north-base; casualties not told"),
])  # fmt: skip
def test_the_summary_is_one_plain_line(fields: dict[str, Any], line: str) -> None:
    assert only(merged(told("a", **fields))).summary == line


@pytest.mark.parametrize(("reports", "names"), [
    ([told("a")], ["2021-04-18-north-base"]),
    ([told("a", weapon="drone"), told("b")], ["2021-04-18-north-base", "2021-04-18-north-base-drone"]),
    ([told("a"), told("a", wave=2)], ["2021-04-18-north-base", "2021-04-18-north-base-2"]),
    ([told("a", site="embassy")], ["2021-04-18-zone"]),
    ([told("a", site="zone")], ["2021-04-18-zone"]),
    ([told("a", site="embassy"), told("b", site="compound")], ["2021-04-18-compound", "2021-04-18-embassy"]),
    ([told("a", date="2021-04")], ["2021-04-north-base"]),
    ([told("a", site=None, admin1="Ḥills & Dales", weapon="ied")], ["2021-04-18-hills-dales-ied"]),
    ([told("a", site=None)], ["2021-04-18-homeland"]),
])  # fmt: skip
def test_ids_are_made_of_day_and_place(reports: list[Report], names: list[str]) -> None:
    assert sorted(incident.id for incident in merged(*reports).incidents) == names


def test_ids_stay_when_articles_are_added() -> None:
    places = [(18, "zone"), (18, "embassy"), (19, "north-base"), (18, "zone")]
    reports = [told(f"{place}", date=at(day), site=site) for place, (day, site) in enumerate(places)]
    seen = [{incident.id for incident in merged(*reports[: n + 1]).incidents} for n in range(len(reports))]
    assert all(before <= after for before, after in pairwise(seen))


def test_strikes_told_together_are_one_operation_that_keeps_their_joint_number() -> None:
    joint = JointNumber(field="munitions", low=12, high=12, article="a", start=0, end=7, quote="a dozen", rule="a-rule")
    found = merged(*(told("a", site=site, together=1, joint=("munitions",), joint_numbers=(joint,)) for site in ("north-base", "west-base")))
    operation = found.operations[0]
    assert (operation.incidents, operation.munitions_low, operation.numbers) == (("2021-04-18-north-base", "2021-04-18-west-base"), 12, (joint,))
    assert {(incident.operation, incident.munitions_low) for incident in found.incidents} == {(operation.id, None)}


def test_a_states_strikes_on_two_sites_are_one_operation_and_militias_are_not() -> None:
    assert len(merged(told("a", **KINGDOM), told("b", site="west-base", **KINGDOM)).operations) == 1
    militias: dict[str, Any] = {"attributed_to": ("militias",), "attributed_by": ("report",)}
    assert not merged(told("a", **militias), told("b", site="west-base", **militias)).operations


def test_a_report_of_a_states_strikes_without_a_site_belongs_to_the_operation_and_its_numbers_to_no_site() -> None:
    count = Evidence(field="munitions", start=30, end=32, quote="22", rule="a-rule")
    vague = told("c", site=None, location_text="bases", munitions=(22, 22), evidence=(WORDS, count), **KINGDOM)
    found = merged(told("a", **KINGDOM), told("b", site="west-base", **KINGDOM), vague)
    assert len(found.incidents) == 2
    assert {incident.munitions_low for incident in found.incidents} == {None}
    assert found.operations[0].munitions_low == 22


@pytest.mark.parametrize(("fields", "count"), [
    ({"since": "2021-04-01", "until": "2021-04-30"}, 2),
    ({"since": "2021-04-18", "until": "2021-04-18"}, 1),
    ({"since": "2021-04"}, 1),
    ({"until": "2021-04-30"}, None),
    ({"since": "2021", "until": "2021", "region": "Homeland and beyond"}, 3),
    ({"since": "2021", "until": "2021", "region": "Abroad"}, None),
])  # fmt: skip
def test_a_tally_stands_beside_the_timelines_own_count(fields: dict[str, Any], count: int | None) -> None:
    tally = Tally(article="a", count_low=45, evidence=WORDS, **fields)
    reports = [told("a"), told("a", date=at(20)), told("a", date="2021-06")]
    assert reconcile(reports, [tally], World(), {"a": DAY}).tallies[0].timeline_count == count


def noisy_reports(seed: int) -> tuple[list[Report], dict[str, str | None]]:
    """Forty articles with one to three reports each, close enough in place and time to be confused."""
    chance = random.Random(seed)  # noqa: S311 - noise that is the same in every run
    dates = [*(at(day) for day in (17, 18, 19, 20)), "2021-04", "2021", "2021-04-18/2021-04-19", None]
    sites = ["north-base", "zone", "embassy", "compound", None]
    reports = []
    for article in range(40):
        for start in range(chance.randint(1, 3)):
            words = Evidence(field="attack", start=start, end=start + 5, quote="words", rule="a-rule")
            one = chance.randint(0, 2)
            reports.append(told(
                f"{article:02}", chance.choice(dates), chance.choice(sites), evidence=(words,),
                weapon=chance.choice(["rocket", "missile", "drone", "unknown"]),
                killed=(one, one) if chance.random() < 0.5 else (None, None),
                location_text=chance.choice([None, "a base", "a base in northern Homeland"]),
                attributed_to=chance.choice([(), ("kingdom",), ("brigade",)]), wave=chance.choice([1, 1, 1, 2]),
            ))  # fmt: skip
    return reports, {report.article: chance.choice([at(20), at(28), "2021-09-01", None]) for report in reports}


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_reports_never_matters_and_no_article_meets_itself(seed: int) -> None:
    reports, published = noisy_reports(seed)
    found = reconcile(reports, [], World(), published)
    for turn in range(4):
        shuffled = list(reports)
        random.Random(turn).shuffle(shuffled)  # noqa: S311 - noise that is the same in every run
        assert reconcile(shuffled, [], World(), published) == found
    assert all(len({report.article for report in incident.reports}) == len(incident.reports) for incident in found.incidents)
    assert sum(len(incident.reports) for incident in found.incidents) + len(found.undated) == len(reports)
    assert len({incident.id for incident in found.incidents}) == len(found.incidents)
    assert together(found)


def test_nothing_in_gives_nothing_out() -> None:
    assert reconcile([], [], World(), {}) == Reconciled()


def test_the_documentation_has_every_sentence_with_its_weight() -> None:
    text = (Path(__file__).parents[1] / "docs" / "reconciling.md").read_text(encoding="utf-8")
    rows = [f"| {sentence.rsplit(' (', 1)[0]} | {weight:+g} |" for sentence, weight, _ in WEIGHTED] + [f"- {sentence}" for sentence, _ in FORBIDDING]
    assert [row for row in rows if row not in text] == []
