"""Who says that they did it, who denies it, and who blames whom."""

from __future__ import annotations

import pytest

from attack_timeline.extract.claims import read_claims
from tests.extract_world import a_line, knowledge


def _facts(text: str) -> list[tuple[str, str | None]]:
    """What is claimed and by whom; the same fact read twice is one."""
    return list(dict.fromkeys((fact.kind, fact.group) for fact in read_claims(a_line(text), text, knowledge())))


CLAIMS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Kataib Hezbollah claimed responsibility for the attack.", [("claimed", "kataib-hezbollah")]),
    ("The attack was claimed by Saraya Awliya al-Dam.", [("claimed", "saraya-awliya-al-dam")]),
    ("Responsibility was claimed by Ashab al-Kahf.", [("claimed", "ashab-al-kahf")]),
    ("The Islamic State group said that it had attacked the convoy.", [("claimed", "islamic-state")]),
    ("Qasim al-Jabbarin claimed the bombs on the road.", [("claimed", "qasim-al-jabbarin")]),
    ("A group calling itself Lions of Khalis claimed responsibility.", [("claimed", "Lions of Khalis")]),
    ("The attack was claimed by a group calling itself the Army of Dawn.", [("claimed", "Army of Dawn")]),
    ("The attack was claimed by a group calling itself Guardians of the Blood.", [("claimed", "saraya-awliya-al-dam")]),
    ("No group has claimed responsibility.", [("unclaimed", None)]),
    ("Nobody claimed the attack.", [("unclaimed", None)]),
    ("There was no immediate claim of responsibility.", [("unclaimed", None)]),
    ("The attack has not yet been claimed.", [("unclaimed", None)]),
    ("No one immediately took responsibility for it.", [("unclaimed", None)]),
    ("Washington blamed Kataib Hezbollah for the attack.", [("attributed", "kataib-hezbollah")]),
    ("The Pentagon attributed the rockets to Iran-backed militias.", [("attributed", "iran-backed-militias")]),
    ("Kataib Hezbollah was responsible for the attack, a minister said.", [("attributed", "kataib-hezbollah")]),
    ("Kataib Hezbollah denied involvement in the attack.", [("denied", "kataib-hezbollah")]),
    ("He claimed that the base was empty.", []),
    ("The flood claimed two lives.", []),
    ("The spokesman claimed victory.", []),
    ("The group is led by a cleric.", []),
    ("The army has responsibility for the base.", []),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_a_sentence_says_who_claims_and_who_is_blamed(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _facts(text) == expected


@pytest.mark.parametrize(("text", "by"), [
    ("Washington blamed Kataib Hezbollah for the attack.", "Washington"),
    ("The governor blamed Kataib Hezbollah for the attack.", "The governor"),
    ("A senior officer attributed the attack to Kataib Hezbollah.", "A senior officer"),
])  # fmt: skip
def test_blame_names_who_blames(text: str, by: str) -> None:
    [fact] = read_claims(a_line(text), text, knowledge())
    assert fact.by in (by, *(match.id for match in knowledge().group_mentions(by)))


@pytest.mark.parametrize("text", [text for text, expected in CLAIMS if expected])
def test_a_claim_stands_on_words_of_its_sentence(text: str) -> None:
    for fact in read_claims(a_line(text), text, knowledge()):
        assert text[fact.start : fact.end].strip() and fact.rule.startswith(("claim.", "attributed."))
