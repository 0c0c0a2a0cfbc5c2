"""Numbers as people write them."""

from __future__ import annotations

import pytest

from attack_timeline.extract.quantities import quantity_at
from attack_timeline.extract.tokens import tokenize

CASES = [
    ("five rockets", (5, 5)),
    ("at least ten rockets", (10, None)),
    ("no fewer than ten", (10, None)),
    ("more than thirty missiles", (31, None)),
    ("over 30 rockets", (31, None)),
    ("about thirty rockets", (30, 30)),
    ("several rockets", (2, None)),
    ("a dozen rockets", (12, 12)),
    ("two dozen missiles", (24, 24)),
    ("half a dozen shells", (6, 6)),
    ("dozens of rockets", (24, None)),
    ("more than a dozen", (13, None)),
    ("between 10 and 15 rockets", (10, 15)),
    ("10 to 15 rockets", (10, 15)),
    ("as many as 15 missiles", (None, 15)),
    ("twenty-two missiles", (22, 22)),
    ("2,500 troops", (2500, 2500)),
    ("a pair of drones", (2, 2)),
    ("a number of soldiers", (1, None)),
    ("a few mortar rounds", (2, None)),
    ("one hundred rockets", (100, 100)),
    ("both drones", (2, 2)),
]


@pytest.mark.parametrize(("text", "bounds"), CASES)
def test_a_quantity_has_the_codebooks_bounds(text: str, bounds: tuple[int | None, int | None]) -> None:
    found = quantity_at(tokenize(text, 0, len(text)), 0)
    assert found is not None
    assert (found.low, found.high) == bounds


@pytest.mark.parametrize("text", ["rockets", "the base", "and five", "on Sunday", "7:20 p.m."])
def test_what_is_no_quantity_gives_none(text: str) -> None:
    assert quantity_at(tokenize(text, 0, len(text)), 0) is None


def test_a_rounded_figure_is_marked() -> None:
    found = quantity_at(tokenize("some 20 rockets", 0, 15), 0)
    assert found is not None and found.about
