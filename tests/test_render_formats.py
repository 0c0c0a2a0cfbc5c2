"""CSV, JSON, JSON Lines, Markdown: what programs read."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import jsonschema
import pytest

from attack_timeline.model import Evidence, JointNumber, Operation, OtherValue, Tally, Timeline
from attack_timeline.render import RENDERERS
from attack_timeline.render.document import render_schema
from attack_timeline.render.sheet import COLUMNS
from tests.builders import a_conflict, a_report, a_timeline, an_article, an_incident

WORDS = Evidence(field="count", start=0, end=4, quote="Five", rule="a-rule")
BOAST = OtherValue(field="killed", low=80, status="disputed", start=0, end=4, quote="Five", rule="r")
TOGETHER = JointNumber(field="munitions", low=12, article="a.txt", start=0, end=4, quote="Five", rule="r")
FULL = a_timeline(
    an_incident(
        killed_low=0,
        claimed_by=("a", "b"),
        conflicts=(a_conflict("killed", (1, 1), (1, 2)), a_conflict("date", "2021-02-20", "2021-02-21")),
        chosen=(("killed", "the later toll"),),
        reports=(a_report(evidence=(WORDS,), others=(BOAST,)),),
    ),
    an_incident(None, None),
    operations=(Operation(id="o", incidents=("x",), numbers=(TOGETHER,)),),
    tallies=(Tally(article="a.txt", count_low=20, evidence=WORDS),),
    undated=(a_report(date=None),),
    articles=(an_article(published="2021-04-18", published_by="metadata"), an_article(name="b.txt", text="", error="is empty")),
)


def rows(timeline: Timeline) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(RENDERERS["csv"](timeline), newline="")))


def loaded(timeline: Timeline) -> Any:
    return json.loads(RENDERERS["json"](timeline))


def test_the_columns_of_the_csv_are_the_promised_ones() -> None:
    promised = """id, date, date_start, date_end, date_precision, site_id, site_name, location_text, admin1, latitude, longitude, geo_precision,
        attack_type, weapon, weapon_text, munitions_low, munitions_high, killed_low, killed_high, wounded_low, wounded_high, claim_status,
        claimed_by, attributed_to, attributed_by, operation, conflicts, sources, source_count, confidence, summary"""
    assert re.split(r",\s*", promised) == list(COLUMNS) == RENDERERS["csv"](a_timeline()).strip().split(",")


def test_csv_keeps_to_rfc_4180() -> None:
    text = RENDERERS["csv"](a_timeline(an_incident(summary='He said "no", twice')))
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == 2
    assert '"He said ""no"", twice"' in text


def test_unknown_is_empty_and_zero_is_zero() -> None:
    [row, open_row] = rows(FULL)
    assert (row["killed_low"], row["killed_high"], row["claimed_by"], row["conflicts"]) == ("0", "", "a; b", "killed; date")
    assert (open_row["date"], open_row["site_id"], open_row["date_start"]) == ("", "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\u200b=", "＝"])
def test_a_spreadsheet_runs_no_words_of_an_article(start: str) -> None:
    [row] = rows(a_timeline(an_incident(summary=f'{start}HYPERLINK("x")', claimed_by=(f"{start}cmd",), longitude=-1.5)))
    assert row["summary"].startswith("'")
    assert row["claimed_by"].startswith("'")
    assert float(row["longitude"]) == -1.5


def test_json_has_the_promised_shape() -> None:
    made = loaded(FULL)
    assert list(made) == ["schema", "incidents", "operations", "tallies", "undated", "articles"]
    assert made["schema"] == "attack-timeline/1"
    first = made["incidents"][0]
    assert list(first)[: len(COLUMNS)] == list(COLUMNS)
    assert first["claimed_by"] == ["a", "b"]
    assert first["conflicts"][0]["values"] == [{"value": [1, 1], "articles": ["0.txt"]}, {"value": [1, 2], "articles": ["1.txt"]}]
    assert first["reports"][0]["evidence"] == [{"field": "count", "start": 0, "end": 4, "quote": "Five", "rule": "a-rule"}]
    assert first["chosen"] == {"killed": "the later toll"}
    assert (first["killed_high"], first["date_start"]) == (None, "2021-04-18")
    assert made["articles"][1]["error"] == "is empty"
    assert "text" not in made["articles"][0]


def test_json_lines_has_one_incident_a_line() -> None:
    lines = RENDERERS["jsonl"](FULL).splitlines()
    assert [json.loads(line) for line in lines] == loaded(FULL)["incidents"]


def test_the_schema_is_true_of_the_output(seeds_timeline: Timeline) -> None:
    schema = json.loads(render_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(loaded(FULL))
    validator.validate(loaded(seeds_timeline))


def test_the_schema_refuses_what_is_not_promised() -> None:
    made = loaded(FULL)
    del made["incidents"][0]["killed_low"]
    made["articles"][0]["more"] = 1
    errors = jsonschema.Draft202012Validator(json.loads(render_schema())).iter_errors(made)
    assert len(list(errors)) == 2


def test_markdown_escapes_what_would_be_markup() -> None:
    text = RENDERERS["md"](a_timeline(an_incident(site_name="a|b <b>*x*</b> [l](u)\nnext")))
    assert text.splitlines()[2].startswith(r"| 2021-04-18 | a\|b \<b\>\*x\*\</b\> \[l\](u) next | rocket |")
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines()}) == 1


@pytest.mark.parametrize("format_", list(RENDERERS))
def test_no_format_lets_control_characters_through(format_: str) -> None:
    evil = "x\x1b[31m\x9b2J\u202e\x07\x00y"
    incident = an_incident(site_name=evil, summary=evil, claimed_by=(evil,), sources=(evil,))
    text = RENDERERS[format_](a_timeline(incident, articles=(an_article(title=evil),)))
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", text)


@pytest.mark.parametrize("format_", list(RENDERERS))
def test_the_same_timeline_gives_the_same_text(format_: str) -> None:
    assert RENDERERS[format_](FULL) == RENDERERS[format_](Timeline.model_validate(FULL.model_dump()))
