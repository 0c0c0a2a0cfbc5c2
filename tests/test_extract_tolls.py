"""How many people a sentence says were killed and hurt."""

from __future__ import annotations

import pytest

from attack_timeline.extract.casualties import read_tolls
from tests.extract_world import a_line

Counts = list[tuple[str, int | None, int | None]]
ZERO: Counts = [("killed", 0, 0), ("wounded", 0, 0)]

TOLLS: list[tuple[str, Counts]] = [
    ("The attack killed two soldiers.", [("killed", 2, 2)]),
    ("The attack wounded at least three people, one of them seriously.", [("wounded", 3, None)]),
    ("Two soldiers were killed and eleven were wounded.", [("killed", 2, 2), ("wounded", 11, 11)]),
    ("One contractor was killed and several soldiers were hurt.", [("killed", 1, 1), ("wounded", 2, None)]),
    ("Rockets hit the base, killing a contractor.", [("killed", 1, 1)]),
    ("Rockets hit the base, wounding more than a dozen people.", [("wounded", 13, None)]),
    ("It killed four people, three Britons and an American.", [("killed", 4, 4)]),
    ("It killed four boys and two women from one village.", [("killed", 6, 6)]),
    ("It killed three Britons and an American.", [("killed", 4, 4)]),
    ("It killed five people, including two soldiers.", [("killed", 5, 5)]),
    ("Nine people, among them four Americans, were injured.", [("wounded", 9, 9)]),
    ("A number of soldiers were wounded.", [("wounded", 1, None)]),
    ("Up to six people were hurt.", [("wounded", None, 6)]),
    ("About 20 people were injured.", [("wounded", 20, 20)]),
    ("Two of the wounded soldiers died.", [("killed", 2, 2)]),
    ("The death of an American contractor angered Washington.", [("killed", 1, 1)]),
    ("A contractor died of a heart attack.", [("killed", 1, 1)]),
    ("An Iraqi soldier suffered slight wounds.", [("wounded", 1, 1)]),
    ("The toll rose to eleven.", [("killed", 11, 11)]),
    ("The number of wounded has risen to nine.", [("wounded", 9, 9)]),
    ("There were no casualties.", ZERO),
    ("It caused neither casualties nor damage.", ZERO),
    ("There were no injuries.", [("wounded", 0, 0)]),
    ("Nobody was hurt.", [("wounded", 0, 0)]),
    ("No one was killed or wounded.", ZERO),
    ("All personnel are safe.", [("wounded", 0, 0)]),
    ("The attack did not cause any casualties.", ZERO),
    ("No casualties or damage were reported.", ZERO),
    ("No American was hurt.", [("wounded", 0, 0)]),
    ("It was not clear whether there were casualties.", []),
    ("The army gave no details about casualties.", []),
    ("All is well.", []),
    ("Two rockets hit the base.", []),
    ("2,500 soldiers are stationed there.", []),
    ("The rockets destroyed two trucks.", []),
    ("Three drones were shot down.", []),
    ("Sgt. Smith, 39, was decorated.", []),
    ("The group killed the idea of peace.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_a_sentence_gives_its_tolls(text: str, expected: Counts) -> None:
    assert [(toll.field, toll.low, toll.high) for toll in read_tolls(a_line(text)) if not toll.attackers] == expected


@pytest.mark.parametrize("text", [text for text, expected in TOLLS if expected])
def test_a_toll_stands_on_words_of_its_sentence(text: str) -> None:
    for toll in read_tolls(a_line(text)):
        assert 0 <= toll.start < toll.end <= len(text)
        assert toll.rule.startswith("casualties.")


ATTACKERS = ["Three gunmen were killed.", "The air strikes killed 25 militiamen.", "Two attackers were wounded."]


@pytest.mark.parametrize("text", ATTACKERS)
def test_attackers_are_no_casualties(text: str) -> None:
    assert [toll for toll in read_tolls(a_line(text)) if not toll.attackers] == []


EARLIER = [
    ("Initially two soldiers were reported wounded.", True),
    ("Earlier the army had said that one man was killed.", True),
    ("Two soldiers were wounded.", False),
]


@pytest.mark.parametrize(("text", "earlier"), EARLIER)
def test_a_first_count_is_marked_as_earlier(text: str, earlier: bool) -> None:
    assert [toll.earlier for toll in read_tolls(a_line(text))] == [earlier]
