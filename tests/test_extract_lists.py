"""Attacks told without a verb of their own, by words that take up what was told, and by who owns them."""

from __future__ import annotations

import pytest

from tests.extract_world import reports, told

LISTS: list[tuple[str, str, list[tuple[str | None, str | None, str, tuple[int | None, int | None]]]]] = [
    (
        "items of a list, each with a site and a day",
        "Rockets kept coming: two rockets at Baghdad airport on April 2, six at Balad air base on April 3, three at Ain al-Asad on April 4.",
        [
            ("2021-04-02", "baghdad-airport", "rocket", (2, 2)),
            ("2021-04-03", "balad", "rocket", (6, 6)),
            ("2021-04-04", "al-asad", "rocket", (3, 3)),
        ],
    ),
    (
        "numbers behind by",
        "Rockets have not gone away. Balad air base was hit on April 4 by two and on April 18 by five.",
        [("2021-04-04", "balad", "rocket", (2, 2)), ("2021-04-18", "balad", "rocket", (5, 5))],
    ),
    (
        "the turn of a site",
        "Three rockets hit Taji base on April 12. On April 14 it was the turn of Balad air base, with six rockets.",
        [("2021-04-12", "taji", "rocket", (3, 3)), ("2021-04-14", "balad", "rocket", (6, 6))],
    ),
    (
        "the same place",
        "A rocket fell inside Ain al-Asad base on Friday. On Sunday two drones were shot down in the same place.",
        [("2021-04-16", "al-asad", "rocket", (1, 1)), ("2021-04-18", "al-asad", "drone", (2, 2))],
    ),
    (
        "the date of a dateline is no date of an attack",
        "Baghdad, Apr 20, 2021 (Agency) - Six rockets hit a base hosting US troops, the army said Tuesday. They fell late Monday in Qayyarah air base.",
        [("2021-04-19", "qayyarah-west", "rocket", (6, 6))],
    ),
    (
        "a list of what was bought or stored is none of attacks",
        "Iraq ordered two drones at a fair in Baghdad on April 2, six in Erbil on April 3.",
        [],
    ),
    (
        "the date of a strike by US forces in the same breath",
        "Rockets hit Taji base on April 12. That set off a storming of the US embassy in Baghdad, and the American air strike on April 15.",
        [("2021-04-12", "taji", "rocket", (None, None)), (None, "us-embassy-baghdad", "mob", (None, None))],
    ),
    (
        "hours before the early hours",
        "Two rockets hit the US embassy in Baghdad early on Monday. Hours earlier, six rockets struck Ain al-Asad base.",
        [("2021-04-19", "us-embassy-baghdad", "rocket", (2, 2)), ("2021-04-18/2021-04-19", "al-asad", "rocket", (6, 6))],
    ),
    (
        "the day of a vote to come",
        "Rockets hit Taji base. The attack means that the council will vote Tuesday, a deputy said.",
        [(None, "taji", "rocket", (None, None))],
    ),
    ("May is a month", "In May rockets hit Balad air base.", [("2020-05", "balad", "rocket", (None, None))]),
    ("May between a noun and its place", "A rocket attack in May on Taji base did no damage.", [("2020-05", "taji", "rocket", (None, None))]),
    ("may is a conjecture", "Rockets may hit Balad air base, an officer said.", []),
    ("March is a month", "In March a mob stormed the US embassy in Baghdad.", [("2021-03", "us-embassy-baghdad", "mob", (None, None))]),
    ("more than any other", "Ain al-Asad base has been hit by rockets more than any other site since October.", []),
    ("the turn of a speaker", "Rockets are feared. On Sunday it was the turn of the ambassador to speak.", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_a_list_of_attacks_is_read_item_by_item(text: str, expected: list[tuple[str | None, str | None, str, tuple[int | None, int | None]]]) -> None:
    got = [(t.date, t.site, t.weapon, t.munitions) for t in map(told, reports(text))]
    assert sorted(got, key=str) == sorted(expected, key=str)


OWNED: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("which Tehran said", "Missiles hit Ain al-Asad base on Friday, which Tehran said were retaliation for a killing.", "claimed", ("iran",)),
    ("called revenge", "Iran fired missiles at Ain al-Asad base on Friday, in what it called revenge.", "claimed", ("iran",)),
    (
        "announced the operation",
        "Missiles hit Ain al-Asad base on Friday. Iran's Revolutionary Guards announced the operation.",
        "claimed",
        ("iran",),
    ),
    ("a threat owns nothing", "Rockets hit Ain al-Asad base on Friday. Iran said it would take revenge for a killing.", "unknown", ()),
    ("their own strike", "Rockets hit Ain al-Asad base on Friday. Washington said its strike was retaliation.", "unknown", ()),
    ("the weapons are they", "Six rockets fell in Taji base on Friday, and an official of Asaib Ahl al-Haq said they hit a store.", "unknown", ()),
]


@pytest.mark.parametrize(("text", "claim", "by"), [case[1:] for case in OWNED], ids=[case[0] for case in OWNED])
def test_who_explains_a_deed_owns_it(text: str, claim: str, by: tuple[str, ...]) -> None:
    (report,) = reports(text)
    assert (report.claim_status, report.claimed_by) == (claim, by)


def test_last_thursday_is_not_the_thursday_of_the_news() -> None:
    text = "Rockets hit the US embassy in Baghdad on Monday. Last Monday rockets hit Taji base."
    assert [(t.date, t.site) for t in map(told, reports(text))] == [("2021-04-19", "us-embassy-baghdad"), ("2021-04-12", "taji")]
    alone = "Last Monday rockets hit Taji base."
    assert [(t.date, t.site) for t in map(told, reports(alone))] == [("2021-04-19", "taji")]


def test_a_described_place_ends_where_the_clause_goes_on() -> None:
    (report,) = reports("An Iranian rocket attack on U.S. bases in Iraq took place on Monday.")
    assert report.location_text == "U.S. bases in Iraq"


def test_blame_for_attacks_in_general_is_none_of_this_one() -> None:
    (general,) = reports("Rockets hit Taji base on Friday. Kataib Hezbollah was responsible for most of the attacks of the year, an officer said.")
    (this_one,) = reports("Rockets hit Taji base on Friday. Kataib Hezbollah was responsible for the attack, an officer said.")
    assert (general.attributed_to, this_one.attributed_to) == ((), ("kataib-hezbollah",))
