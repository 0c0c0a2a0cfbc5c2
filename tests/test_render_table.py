"""The table, on a terminal and in a pipe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attack_timeline.model import Incident, Timeline
from attack_timeline.render import RENDERERS, cells
from tests.builders import a_conflict, a_timeline, an_incident

GOLDEN = Path(__file__).parent / "golden"
EMBASSY = an_incident(
    "embassy", "2020-12-20", site_name="Embassy in the capital", munitions_low=5, killed_low=0, killed_high=0, claim_status="unclaimed",
    attributed_to=("iran-backed-militias",),
)  # fmt: skip
AIRPORT = an_incident(
    "airport", "2021-02-15", site_name="Northern airport", munitions_low=12, munitions_high=24, killed_low=2, killed_high=2, wounded_low=9,
    claim_status="claimed", claimed_by=("a-front",), source_count=3, conflicts=(a_conflict("killed", 1, 2),),
)  # fmt: skip
OPEN = an_incident(
    None, "2021-02-20/2021-02-21", location_text="a base in the west", weapon="ballistic-missile", conflicts=(a_conflict("date", 1, 2),)
)
TIMELINE = a_timeline(EMBASSY, AIRPORT, OPEN)


def table(timeline: Timeline = TIMELINE, width: int | None = None, color: bool = False) -> str:
    return RENDERERS["table"](timeline, width=width, color=color)


@pytest.mark.parametrize(("name", "width"), [("piped", None), ("80", 80), ("120", 120)])
def test_the_table_is_as_it_was_looked_at(name: str, width: int | None) -> None:
    assert table(width=width) == (GOLDEN / f"table-{name}.txt").read_text(encoding="utf-8")


def test_a_piped_table_has_one_line_an_incident() -> None:
    assert len(table().splitlines()) == 1 + len(TIMELINE.incidents)


def test_nothing_is_cut_however_long() -> None:
    name = "The Base with a Very Long Name " * 20
    assert name.strip() in table(a_timeline(an_incident(site_name=name)))


def test_columns_of_a_piped_row_are_two_spaces_apart() -> None:
    rows = [re.split(r"  +", line) for line in table().splitlines()]
    assert {len(row) for row in rows} == {9}


@pytest.mark.parametrize("width", [72, 80, 100, 120, 200])
def test_a_fitted_table_keeps_to_the_width_and_loses_nothing(width: int) -> None:
    lines = table(width=width).splitlines()
    assert max(map(len, lines)) <= width
    words = " ".join(lines)
    for word in ("2020-12-20", "2021-02-21*", "Embassy", "Northern", "×12-24", "missile", "2*", "9+", "militias", "front"):
        assert word in words


def test_the_id_is_shown_where_there_is_room() -> None:
    assert "2020-12-20-embassy" not in table(width=120)
    assert "2020-12-20-embassy" in table(width=160)


def test_a_value_on_which_sources_differ_is_marked() -> None:
    rows = {line.split()[0]: line for line in table(width=120).splitlines() if line.strip()}
    assert " 2* " in rows["2021-02-15"]
    assert "*" not in rows["2020-12-20"]


def test_escape_codes_only_with_color() -> None:
    assert "\x1b" not in table(width=80)
    assert "\x1b[1;31m" in table(width=80, color=True)


@pytest.mark.parametrize("width", [None, 80, 120])
@pytest.mark.parametrize("color", [False, True])
def test_words_of_an_article_are_no_markup_and_no_escape(width: int | None, color: bool) -> None:
    evil = an_incident(site_name="[red]Base[/red]\x1b[31m\u202e\n\r\x9b2J", claimed_by=("x\x07y [link=a]",), claim_status="claimed")
    shown = table(a_timeline(evil), width, color)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown) if color else shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", plain)
    assert "[red]Base[/red]" in plain


def test_a_timeline_without_incidents_says_so_on_a_terminal_only() -> None:
    assert (table(a_timeline(), width=80), table(a_timeline())) == ("no incidents\n", "")


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(None, None, ""), (0, 0, "0"), (5, 5, "5"), (10, None, "10+"), (1, 2, "1-2"), (None, 3, "up to 3")]
)
def test_a_number_shows_what_is_known(low: int | None, high: int | None, shown: str) -> None:
    assert cells.number(low, high) == shown


@pytest.mark.parametrize(
    ("incident", "shown"),
    [
        (an_incident(), ""),
        (an_incident(claim_status="unclaimed"), "unclaimed"),
        (an_incident(claim_status="denied", attributed_to=("a",)), "denied; blamed on a"),
        (an_incident(claim_status="claimed", claimed_by=("a", "b"), attributed_to=("c",)), "claimed by a, b; blamed on c"),
    ],
)
def test_a_claim_is_not_blame(incident: Incident, shown: str) -> None:
    assert cells.claim(incident) == shown


def test_an_inferred_site_is_marked() -> None:
    assert cells.site(an_incident(site_name="Base", site_inferred=True)) == "Base (inferred)"
