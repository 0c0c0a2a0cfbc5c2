"""One attack, told in one to three sentences, is one report with what those sentences say of it."""

from __future__ import annotations

import pytest

from tests.extract_world import Told, read, reports, told, untrue_evidence

CASES: list[tuple[str, str, list[Told]]] = [
    # how an attack is worded
    ("active with an attacker", "Militants fired five rockets at Balad air base on Sunday.", [Told("2021-04-18", "balad", "rocket", (5, 5))]),
    ("active with the weapon as subject", "Three mortar shells landed inside Taji camp on Monday.", [Told("2021-04-19", "taji", "mortar", (3, 3))]),
    ("passive with the weapon", "Two missiles were launched at the Ain al-Asad base on Friday.", [Told("2021-04-16", "al-asad", "missile", (2, 2))]),
    ("passive with the site", "Qayyarah air base was hit by six rockets on Saturday.", [Told("2021-04-17", "qayyarah-west", "rocket", (6, 6))]),
    ("nominal", "A rocket attack on Speicher base on Thursday set a fuel store on fire.", [Told("2021-04-15", "speicher", "rocket")]),
    (
        "nominal with a count",
        "A barrage of eight rockets against Taji base shook the town on Sunday.",
        [
            Told("2021-04-18", "taji", "rocket", (8, 8)),
        ],
    ),
    ("came under fire", "The US embassy in Baghdad came under mortar fire late on Monday.", [Told("2021-04-19", "us-embassy-baghdad", "mortar")]),
    ("was the target of", "Balad air base was the target of a drone attack on Friday.", [Told("2021-04-16", "balad", "drone")]),
    (
        "a drone that explodes",
        "An explosive-laden drone crashed into a hangar at Erbil airport on Wednesday.",
        [
            Told("2021-04-14", "erbil-airport", "drone", (1, 1)),
        ],
    ),
    ("intercepted", "Air defences shot down two drones over Ain al-Asad base on Monday.", [Told("2021-04-19", "al-asad", "drone", (2, 2))]),
    (
        "intercepted on the way",
        "A rocket heading for the US embassy in Baghdad was intercepted on Sunday.",
        [
            Told("2021-04-18", "us-embassy-baghdad", "rocket", (1, 1)),
        ],
    ),
    (
        "aim missed",
        "A rocket aimed at the US embassy in Baghdad missed and hit a house on Sunday.",
        [
            Told("2021-04-18", "us-embassy-baghdad", "rocket", (1, 1)),
        ],
    ),
    ("near the site", "Four rockets fell near Baghdad airport on Saturday.", [Told("2021-04-17", "baghdad-airport", "rocket", (4, 4))]),
    ("shooting", "Gunmen opened fire on the US consulate in Erbil on Friday.", [Told("2021-04-16", "us-consulate-erbil", "small-arms")]),
    ("storming", "Hundreds of protesters stormed the US embassy in Baghdad on Sunday.", [Told("2021-04-18", "us-embassy-baghdad", "mob")]),
    (
        "storming as a noun",
        "The storming of the US embassy in Baghdad by a crowd on Monday was condemned.",
        [
            Told("2021-04-19", "us-embassy-baghdad", "mob"),
        ],
    ),
    (
        "an Iranian missile strike",
        "Iran fired ballistic missiles at Ain al-Asad base on Friday.",
        [
            Told("2021-04-16", "al-asad", "ballistic-missile"),
        ],
    ),
    # where the words of time stand
    ("day in front", "On April 3, rockets hit Taji base.", [Told("2021-04-03", "taji", "rocket")]),
    ("yesterday", "Yesterday two rockets struck Balad air base.", [Told("2021-04-19", "balad", "rocket", (2, 2))]),
    (
        "background with its own day",
        "The minister spoke in parliament. Taji base was hit by a rocket on March 11, 2020.",
        [
            Told("2020-03-11", "taji", "rocket", (1, 1)),
        ],
    ),
    ("a month is a month", "Erbil airport was attacked with six rockets last September.", [Told("2020-09", "erbil-airport", "rocket", (6, 6))]),
    # numbers of munitions
    ("at least", "At least ten rockets fell on Ain al-Asad base on Sunday.", [Told("2021-04-18", "al-asad", "rocket", (10, None))]),
    ("more than", "More than forty rockets fell on the K-1 base on Sunday.", [Told("2021-04-18", "k-1", "rocket", (41, None))]),
    ("several", "Several rockets hit Basmaya base on Sunday.", [Told("2021-04-18", "basmaya", "rocket", (2, None))]),
    ("a dozen", "A dozen rockets hit Erbil airport on Sunday.", [Told("2021-04-18", "erbil-airport", "rocket", (12, 12))]),
    ("a bare plural is no number", "Rockets hit Basmaya base on Sunday.", [Told("2021-04-18", "basmaya", "rocket")]),
    (
        "near it and beyond it",
        "At least six rockets hit near the US embassy in Baghdad on Sunday, while three more fell on homes.",
        [
            Told("2021-04-18", "us-embassy-baghdad", "rocket", (9, None)),
        ],
    ),
    # people
    (
        "killed",
        "A rocket attack on Taji base on Sunday killed two soldiers and wounded eleven.",
        [
            Told("2021-04-18", "taji", "rocket", killed=(2, 2), wounded=(11, 11)),
        ],
    ),
    (
        "a total and its parts",
        "Rockets killed four people, three Britons and an American, at Balad air base on Sunday.",
        [
            Told("2021-04-18", "balad", "rocket", killed=(4, 4)),
        ],
    ),
    (
        "parts without a total",
        "A rocket meant for Baghdad airport killed four boys and two women on Sunday.",
        [
            Told("2021-04-18", "baghdad-airport", "rocket", (1, 1), killed=(6, 6)),
        ],
    ),
    (
        "no casualties",
        "Two rockets hit Balad air base on Sunday but caused no casualties.",
        [
            Told("2021-04-18", "balad", "rocket", (2, 2), killed=(0, 0), wounded=(0, 0)),
        ],
    ),
    (
        "no injuries",
        "Two rockets hit Balad air base on Sunday. There were no injuries.",
        [
            Told("2021-04-18", "balad", "rocket", (2, 2), wounded=(0, 0)),
        ],
    ),
    (
        "casualties not told are unknown",
        "Two rockets hit Balad air base on Sunday; it was not clear whether there were casualties.",
        [
            Told("2021-04-18", "balad", "rocket", (2, 2)),
        ],
    ),
    (
        "all is well says nothing",
        "Two rockets hit Balad air base on Sunday. All is well, an officer said.",
        [
            Told("2021-04-18", "balad", "rocket", (2, 2)),
        ],
    ),
    (
        "a heart attack counts",
        "Rockets fell on Ain al-Asad base on Sunday. A contractor died of a heart attack during the shelling.",
        [
            Told("2021-04-18", "al-asad", "rocket", killed=(1, 1)),
        ],
    ),
    # who did it
    (
        "claimed",
        "Rockets hit Balad air base on Sunday. Saraya Awliya al-Dam claimed responsibility for the attack.",
        [
            Told("2021-04-18", "balad", "rocket", claim="claimed", claimed_by=("saraya-awliya-al-dam",)),
        ],
    ),
    (
        "unclaimed",
        "Rockets hit Balad air base on Sunday. No group has claimed responsibility.",
        [
            Told("2021-04-18", "balad", "rocket", claim="unclaimed"),
        ],
    ),
    (
        "a front that nobody knew keeps its name",
        ("Rockets hit Balad air base on Sunday. The attack was claimed by a group calling itself Lions of Khalis."),
        [
            Told("2021-04-18", "balad", "rocket", claim="claimed", claimed_by=("Lions of Khalis",)),
        ],
    ),
    (
        "blame is no claim",
        "Rockets hit Balad air base on Sunday. Washington blamed Kataib Hezbollah for the attack.",
        [
            Told("2021-04-18", "balad", "rocket"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_a_report_says_what_the_text_says(text: str, expected: list[Told]) -> None:
    assert [told(report) for report in reports(text)] == expected


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text, _ in CASES])
def test_every_value_of_a_report_is_quoted_from_the_text(text: str) -> None:
    found = read(text)
    assert untrue_evidence(text, found) == []
    for report in found[0]:
        fields = {evidence.field for evidence in report.evidence}
        assert "attack" in fields
        for field, value in (("date", report.date), ("site", report.site_id), ("munitions", report.munitions_low or report.munitions_high),
                             ("killed", report.killed_low), ("wounded", report.wounded_low), ("claim", report.claimed_by or None)):  # fmt: skip
            assert value is None or field in fields


CONVOYS = [
    ("A roadside bomb hit a convoy carrying supplies for the US-led coalition near Hilla on Sunday.", "2021-04-18", "ied", "Babil"),
    ("On Monday two bombs went off beside a logistics convoy of the coalition in Diwaniyah.", "2021-04-19", "ied", "Qadisiyah"),
    ("Gunmen shot at trucks supplying American troops in Dhi Qar province on Friday.", "2021-04-16", "small-arms", "Dhi Qar"),
]


@pytest.mark.parametrize(("text", "date", "weapon", "admin1"), CONVOYS)
def test_a_supply_convoy_is_a_target_keyed_by_its_governorate(text: str, date: str, weapon: str, admin1: str) -> None:
    assert [(r.date, r.weapon, r.admin1, r.site_id) for r in reports(text)] == [(date, weapon, admin1, None)]


PARTNERS = [
    ("A bomb struck a British embassy convoy in Baghdad on Sunday.", "GB"),
    ("A roadside bomb hit an Australian diplomatic convoy in Baghdad on Sunday.", "AU"),
]


@pytest.mark.parametrize(("text", "partner"), PARTNERS)
def test_an_attack_on_a_partner_counts_and_is_marked(text: str, partner: str) -> None:
    assert [(r.date, r.partner) for r in reports(text)] == [("2021-04-18", partner)]


BLAMED = [
    ("Rockets hit Balad air base on Sunday. Washington blamed Kataib Hezbollah for the attack.", "kataib-hezbollah"),
    ("Rockets hit Taji base on Sunday. The Pentagon attributed the attack to Iran-backed militias.", "iran-backed-militias"),
    ("Iran fired missiles at Ain al-Asad base on Friday.", "iran"),
]


@pytest.mark.parametrize(("text", "group"), BLAMED)
def test_who_is_blamed_stands_beside_who_blames(text: str, group: str) -> None:
    [report] = reports(text)
    assert report.attributed_to == (group,)
    assert len(report.attributed_by) == 1 and report.attributed_by[0]


def test_what_the_article_says_itself_is_attributed_by_the_report() -> None:
    [report] = reports("Iran fired missiles at Ain al-Asad base on Friday.")
    assert report.attributed_by == ("report",)


def test_a_base_without_a_name_is_kept_as_it_is_described() -> None:
    [report] = reports("Ten rockets fell on a base housing American troops in western Iraq on Sunday.")
    assert report.site_id is None
    assert report.location_text is not None and "base" in report.location_text
    assert report.geo_precision in ("province", "country", "locality")


def test_the_weapon_is_kept_in_the_words_of_the_text() -> None:
    [report] = reports("Five Katyusha rockets hit Balad air base on Sunday.")
    assert report.weapon == "rocket"
    assert report.weapon_text is not None and report.weapon_text.endswith("Katyusha rockets")


def test_without_a_publication_date_a_weekday_stays_open_with_a_reason() -> None:
    [report] = reports("Three rockets hit Taji base on Sunday.", published=None)
    assert report.date is None and report.date_reason


def test_the_weekday_of_the_article_outweighs_an_attack_of_public_record_that_it_sounds_like() -> None:
    [report] = reports("Five rockets hit Balad air base on Sunday.", published="2020-06-16")
    assert report.date == "2020-06-14"
