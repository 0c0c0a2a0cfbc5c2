"""What several sentences tell of one attack is one report, and what they tell of several is several."""

from __future__ import annotations

import pytest

from tests.extract_world import Told, reports, told

STORIES: list[tuple[str, str, list[Told]]] = [
    (
        "headline and lead",
        "Rockets hit Iraqi base with US troops\n\nThree rockets hit Balad air base on Sunday, the army said.\n\nNobody was hurt.",
        [
            Told("2021-04-18", "balad", "rocket", (3, 3), wounded=(0, 0)),
        ],
    ),
    (
        "the attack",
        "Two rockets hit Taji base on Sunday. The attack wounded three soldiers.",
        [
            Told("2021-04-18", "taji", "rocket", (2, 2), wounded=(3, 3)),
        ],
    ),
    ("the base", "Taji base houses American troops. Two rockets hit the base on Sunday.", [Told("2021-04-18", "taji", "rocket", (2, 2))]),
    ("it", "Balad air base lies north of Baghdad. It was hit by four rockets on Saturday.", [Told("2021-04-17", "balad", "rocket", (4, 4))]),
    ("there", "American troops train at Taji base. Five rockets landed there on Monday.", [Told("2021-04-19", "taji", "rocket", (5, 5))]),
    (
        "the embassy",
        "The US embassy in Baghdad was closed on Monday. A day earlier a rocket had hit the embassy.",
        [
            Told("2021-04-18", "us-embassy-baghdad", "rocket", (1, 1)),
        ],
    ),
    (
        "the rockets",
        "Rockets hit Taji base on Sunday. Six rockets were fired in all. No one was hurt.",
        [
            Told("2021-04-18", "taji", "rocket", (6, 6), wounded=(0, 0)),
        ],
    ),
    (
        "the number in the next sentence",
        "Balad air base was attacked with rockets on Sunday. There were at least four rockets, an officer said.",
        [
            Told("2021-04-18", "balad", "rocket", (4, None)),
        ],
    ),
    (
        "the weapon in the next sentence",
        "Taji base was attacked on Sunday. Six rockets were fired, the army said.",
        [
            Told("2021-04-18", "taji", "rocket", (6, 6)),
        ],
    ),
    (
        "the same told again",
        "Two rockets fell on Taji base on Sunday. An officer said that the two rockets which hit the base hurt nobody.",
        [
            Told("2021-04-18", "taji", "rocket", (2, 2), wounded=(0, 0)),
        ],
    ),
    (
        "the toll rises",
        "Rockets hit Taji base on Sunday and wounded two soldiers. The number of wounded later rose to five.",
        [
            Told("2021-04-18", "taji", "rocket", wounded=(5, 5)),
        ],
    ),
    (
        "a death that comes later",
        ("Rockets killed one man at Erbil airport on Thursday. A second man died of his wounds on Monday, bringing the toll to two."),
        [
            Told("2021-04-15", "erbil-airport", "rocket", killed=(2, 2)),
        ],
    ),
    (
        "two days before that",
        "Balad air base was shelled with mortars on Sunday. Two days before that, rockets had hit Taji base.",
        [
            Told("2021-04-18", "balad", "mortar"),
            Told("2021-04-16", "taji", "rocket"),
        ],
    ),
    (
        "three days later, again",
        "On March 11, 2020, rockets hit Taji base. Three days later about forty rockets hit the base again.",
        [
            Told("2020-03-11", "taji", "rocket"),
            Told("2020-03-14", "taji", "rocket", (40, 40)),
        ],
    ),
    (
        "on its 17th",
        "On March 11, 2020, rockets hit Taji base. On the 17th of the same month, two rockets hit Basmaya base.",
        [
            Told("2020-03-11", "taji", "rocket"),
            Told("2020-03-17", "basmaya", "rocket", (2, 2)),
        ],
    ),
    (
        "two days, one site",
        "Rockets hit Baghdad airport on Friday and again on Sunday.",
        [
            Told("2021-04-16", "baghdad-airport", "rocket"),
            Told("2021-04-18", "baghdad-airport", "rocket"),
        ],
    ),
    (
        "background behind the news",
        "A drone hit Erbil airport on Wednesday. Rockets had killed a contractor at the airport on February 15.",
        [
            Told("2021-04-14", "erbil-airport", "drone", (1, 1)),
            Told("2021-02-15", "erbil-airport", "rocket", killed=(1, 1)),
        ],
    ),
    (
        "two sites on two days",
        "Mortars hit Taji base on Saturday. Two drones hit Balad air base on Monday.",
        [
            Told("2021-04-17", "taji", "mortar"),
            Told("2021-04-19", "balad", "drone", (2, 2)),
        ],
    ),
    (
        "a claim is of the attack before it",
        ("Rockets hit Taji base on Saturday. Ashab al-Kahf claimed the attack. A drone hit Balad air base on Monday."),
        [
            Told("2021-04-17", "taji", "rocket", claim="claimed", claimed_by=("ashab-al-kahf",)),
            Told("2021-04-19", "balad", "drone", (1, 1)),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in STORIES])
def test_sentences_become_attacks(text: str, expected: list[Told]) -> None:
    assert [told(report) for report in reports(text)] == expected


def test_two_sites_in_one_breath_are_an_operation_whose_numbers_are_joint() -> None:
    first, second = reports("Iran fired a dozen missiles at Ain al-Asad and Erbil airport on Friday.")
    assert {first.site_id, second.site_id} == {"al-asad", "erbil-airport"}
    assert first.together is not None and first.together == second.together
    for report in (first, second):
        assert report.date == "2021-04-16"
        assert (report.munitions_low, report.munitions_high) == (None, None)
        assert "munitions" in report.joint
    joint = {(n.field, n.low, n.high, n.quote) for report in (first, second) for n in report.joint_numbers if n.field == "munitions"}
    assert {(low, high) for _, low, high, _ in joint} == {(12, 12)}


def test_people_hurt_at_two_sites_together_are_counted_once() -> None:
    found = reports("Missiles hit Ain al-Asad base and Erbil airport on Friday. Eleven soldiers were wounded in the strikes.")
    assert [(report.wounded_low, report.wounded_high) for report in found] == [(None, None), (None, None)]
    assert {(n.low, n.high) for report in found for n in report.joint_numbers if n.field == "wounded"} == {(11, 11)}


def test_a_second_attack_hours_later_is_a_wave_of_its_own() -> None:
    found = reports("Two rockets hit Baghdad airport on Sunday morning. A second rocket attack on the airport came hours later.")
    assert {(report.date, report.site_id) for report in found} == {("2021-04-18", "baghdad-airport")}
    assert [report.wave for report in found] == [1, 2]


def test_attacks_told_separately_on_one_day_are_marked_so() -> None:
    found = reports("Rockets hit Baghdad airport on Sunday. Separately, a drone hit the airport on Sunday evening.")
    assert [(report.weapon, report.separate or report.wave > 1) for report in found] == [("rocket", False), ("drone", True)]


def test_a_replaced_toll_is_kept_as_the_earlier_one() -> None:
    [report] = reports("Rockets hit Taji base on Sunday. Initially two soldiers were reported wounded. Later the army said five were wounded.")
    assert (report.wounded_low, report.wounded_high) == (5, 5)
    assert [(other.field, other.low, other.status) for other in report.others] == [("wounded", 2, "earlier")]


def test_what_the_attacker_boasts_is_not_the_toll() -> None:
    [report] = reports("Iran fired missiles at Ain al-Asad base on January 8, 2020. Iranian state television said that 80 people were killed. "
                       "No Americans were killed, the Pentagon said.")  # fmt: skip
    assert (report.killed_low, report.killed_high) == (0, 0)
    assert [(other.low, other.status in ("claimant", "disputed")) for other in report.others if other.field == "killed"] == [(80, True)]


def test_dead_attackers_are_no_casualties() -> None:
    [report] = reports("Gunmen attacked Taji base on Sunday. Two soldiers were wounded. Three of the gunmen were killed.")
    assert (report.killed_low, report.killed_high, report.wounded_low, report.wounded_high) == (None, None, 2, 2)


def test_an_attack_told_in_passing_is_background() -> None:
    found = reports("Two rockets hit Taji base on Sunday.\n\nThe base was also hit on March 11, 2020, when rockets killed three people.")
    assert [(report.date, report.background) for report in found] == [("2021-04-18", False), ("2020-03-11", True)]


def test_a_siege_over_midnight_is_one_report_with_both_days() -> None:
    [report] = reports("Protesters stormed the US embassy in Baghdad on December 31, 2019 and withdrew on January 1, 2020.")
    assert report.site_id == "us-embassy-baghdad"
    assert report.date in ("2019-12-31", "2019-12-31/2020-01-01")
