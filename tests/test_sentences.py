"""Sentences end where a reader sees them end, and their offsets are those of the text."""

from __future__ import annotations

import pytest

from attack_timeline.extract.sentences import split_sentences

CASES = [
    ("full stops", "Rockets fell. Nobody was hurt. All went home.", ["Rockets fell.", "Nobody was hurt.", "All went home."]),
    ("questions and cries", "Who fired? Nobody knows! Ask.", ["Who fired?", "Nobody knows!", "Ask."]),
    ("quotes close with the sentence", "“They missed.” He left.", ["“They missed.”", "He left."]),
    ("titles", "Lt. Gen. Smith met Mr. Jones. They spoke.", ["Lt. Gen. Smith met Mr. Jones.", "They spoke."]),
    ("initials", "John F. Kerry spoke. He left.", ["John F. Kerry spoke.", "He left."]),
    ("months", "It was hit on Feb. 21 and Dec. 20 again.", ["It was hit on Feb. 21 and Dec. 20 again."]),
    ("the country inside a sentence", "The U.S. Army left.", ["The U.S. Army left."]),
    ("the country at the end", "Troops of the U.S. The base is shut.", ["Troops of the U.S.", "The base is shut."]),
    ("hours", "It fell at 8 p.m. on Sunday.", ["It fell at 8 p.m. on Sunday."]),
    ("hours at the end", "It fell at 8 p.m. No one was hurt.", ["It fell at 8 p.m.", "No one was hurt."]),
    ("numbers", "It took 7.20 minutes and $2.5 million.", ["It took 7.20 minutes and $2.5 million."]),
    ("a lost space", "They hit the coalition.Washington blamed them.", ["They hit the coalition.", "Washington blamed them."]),
    ("web addresses stay whole", "Read it on example.com today.", ["Read it on example.com today."]),
    ("ellipsis", "Wait… Then it fell.", ["Wait…", "Then it fell."]),
    ("a headline without a stop", "Rockets hit base\n\nTwo rockets fell.", ["Rockets hit base", "Two rockets fell."]),
    ("single line ends", "Rockets hit base\nTwo rockets fell.", ["Rockets hit base", "Two rockets fell."]),
    (
        "hard-wrapped lines",
        "The rockets that fell on the base on Sunday were old and\nrusty, he said.",
        [
            "The rockets that fell on the base on Sunday were old and\nrusty, he said.",
        ],
    ),
    ("blank stretches", "  \n\n  One.  \n \n  Two.  ", ["One.", "Two."]),
    ("nothing", "", []),
    ("only blanks", " \n\t\n ", []),
    ("one word", "Rockets", ["Rockets"]),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_a_text_falls_into_its_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text)] == expected


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text, _ in CASES])
def test_sentences_are_numbered_in_order_and_leave_out_nothing_but_blanks(text: str) -> None:
    found = split_sentences(text)
    assert [s.index for s in found] == list(range(len(found)))
    ends = [0, *(s.end for s in found)]
    starts = [*(s.start for s in found), len(text)]
    assert [text[a:b] for a, b in zip(ends, starts, strict=True) if text[a:b].strip()] == []


def test_paragraphs_are_counted() -> None:
    found = split_sentences("Title\n\nOne. Two.\n\nThree.")
    assert len(found) == 4
    title, one, two, three = (s.paragraph for s in found)
    assert title < one == two < three
