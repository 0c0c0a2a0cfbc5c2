"""Time expressions: found once, typed, with the fields that resolving needs."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from attack_timeline.extract.times import find_times
from attack_timeline.model import TimeExpression


def only(text: str) -> TimeExpression:
    (found,) = find_times(text)
    return found


TYPES = [
    ("It was hit on 11 March 2020.", "11 March 2020", "absolute"),
    ("It was hit on Sunday.", "Sunday", "weekday"),
    ("It was hit yesterday.", "yesterday", "deictic"),
    ("It was hit three days later.", "three days later", "relative"),
    ("It was hit that same night.", "that same night", "elliptic"),
    ("It was hit between 3 and 5 May 2020.", "between 3 and 5 May 2020", "range"),
    ("It burned for six hours.", "for six hours", "duration"),
    ("It is hit every week.", "every week", "recurring"),
    ("It was hit on the 10th of Muharram.", "the 10th of Muharram", "hijri"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TYPES)
def test_each_kind_of_time_is_found_and_typed(text: str, words: str, kind: str) -> None:
    found = only(text)
    assert (found.text, found.type) == (words, kind)


@pytest.mark.parametrize(
    "text",
    [
        "He may resign, they may not.",
        "The march of the guards went on.",
        "The fall of the city was swift.",
        "About 2,500 troops and 1500 soldiers stayed.",
        "Seven rockets hit the base.",
        "The 82nd Airborne Division was sent.",
        "A 122 mm rocket and a 240-mm one.",
    ],
)
def test_words_that_look_like_times_are_none(text: str) -> None:
    assert find_times(text) == []


def test_spans_are_exact_and_do_not_overlap() -> None:
    text = "On Sunday, May 19, 2019, at 3:15 p.m., two days after the vote, it was hit; on the 21st, again. Last month too."
    found = find_times(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_tense_of_the_clause_is_told() -> None:
    text = "Guards were hurt on Monday. They will go on Friday. He had left on Sunday."
    assert [one.tense for one in find_times(text)] == ["past", "future", "pluperfect"]


def test_quotations_are_marked() -> None:
    text = "“It was today,” he said on Monday."
    assert [one.quoted for one in find_times(text)] == [True, False]


def test_paragraphs_and_sentences_are_numbered() -> None:
    found = find_times("It was Monday.\n\nIt was Tuesday. It was Friday.")
    assert [(one.paragraph, one.sentence) for one in found] == [(0, 0), (1, 1), (1, 2)]


def test_cost_grows_with_the_text_and_not_faster() -> None:
    words = "May 12 March 2019 Sunday the of 31 last two days after 3, 17 2020 1 1 1 1 "

    def cost(copies: int) -> float:
        text = words * copies
        return min(_timed(text) for _ in range(2))

    assert cost(1200) < 2 * cost(600) * 1.6 + 0.2


def _timed(text: str) -> float:
    begun = time.perf_counter()
    find_times(text)
    return time.perf_counter() - begun
