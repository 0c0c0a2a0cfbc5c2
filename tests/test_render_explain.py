"""Explanations, the summary and the rows of times."""

from __future__ import annotations

import json

import pytest

from attack_timeline.errors import TimelineError
from attack_timeline.model import OtherValue, Tally, Timeline
from attack_timeline.render.explain import explain, incident_of
from attack_timeline.render.summary import summary
from attack_timeline.render.times import Row, render_times
from tests.builders import a_conflict, a_report, a_timeline, an_article, an_incident, evidence

TEXT = "Headline\nFive rockets hit the base on Sunday, killing two people. State television had spoken of eighty dead.\nThe end."
FIVE = evidence(TEXT, "Five rockets", "munitions", "munitions.count")
TWO = evidence(TEXT, "killing two people", "killed", "casualties.killed")
EIGHTY = evidence(TEXT, "eighty dead", "killed", "casualties.killed")
DISPUTED = OtherValue(low=80, status="disputed", **EIGHTY.model_dump())
INCIDENT = an_incident(
    munitions_low=5,
    munitions_high=5,
    killed_low=2,
    killed_high=2,
    reports=(a_report(evidence=(FIVE, TWO), others=(DISPUTED,)),),
    conflicts=(a_conflict("killed", (1, 1), (2, 2), because="the later, higher toll"),),
    chosen=(("munitions", "told in the days right after the attack"), ("killed", "the later, higher toll")),
)
TIMELINE = a_timeline(INCIDENT, articles=(an_article(TEXT),))


def test_each_value_stands_with_its_words_its_article_and_its_rule() -> None:
    text = explain(INCIDENT, TIMELINE)
    assert "munitions  5\n  told in the days right after the attack\n    «Five rockets» hit the base on Sunday, killing two" in text
    assert "\n    a.txt 9-21 munitions.count\n" in text


def test_where_sources_differ_all_values_and_the_reason_are_shown_once() -> None:
    text = explain(INCIDENT, TIMELINE)
    assert "killed  2\n  sources differ: 1 (0.txt); 2 (1.txt)\n  chosen: the later, higher toll\n" in text
    assert text.count("the later, higher toll") == 1


def test_a_value_that_was_not_taken_is_shown_with_its_standing() -> None:
    assert "\n    80+, disputed: " in explain(INCIDENT, TIMELINE)
    assert "«eighty dead»" in explain(INCIDENT, TIMELINE)


def test_words_are_highlighted_on_a_terminal_and_lines_keep_to_its_width() -> None:
    assert "\x1b[1;33mFive rockets\x1b[0m" in explain(INCIDENT, TIMELINE, width=80, color=True)
    assert "«" not in explain(INCIDENT, TIMELINE, width=80, color=True)
    assert max(map(len, explain(INCIDENT, TIMELINE, width=60).splitlines())) <= 60


def test_an_id_may_be_shortened_while_it_is_the_only_one() -> None:
    timeline = a_timeline(
        an_incident("balad", "2021-04-04"), an_incident("balad", "2021-04-18"), an_incident("balad", "2021-04-18", id="2021-04-18-balad-2")
    )
    assert incident_of(timeline, "2021-04-04").id == "2021-04-04-balad"
    assert incident_of(timeline, "2021-04-18-balad").id == "2021-04-18-balad"
    with pytest.raises(TimelineError, match=r"^2021-04-1: 2 incidents begin so: 2021-04-18-balad, 2021-04-18-balad-2$"):
        incident_of(timeline, "2021-04-1")
    with pytest.raises(TimelineError, match=r"^2022: no such incident; there are 2021-04-04-balad"):
        incident_of(timeline, "2022")
    with pytest.raises(TimelineError, match=r"the timeline is empty"):
        incident_of(a_timeline(), "2022")


def test_the_summary_counts_and_names_what_is_open() -> None:
    tally = Tally(article="a.txt", count_low=20, count_high=20, approximate=True, since="2021-01", evidence=FIVE, timeline_count=3)
    timeline = Timeline(
        incidents=(INCIDENT,),
        tallies=(tally,),
        undated=(a_report(date=None, date_reason="no date is told for it"),),
        articles=(an_article(published="2021-04-18"), an_article(name="b.txt"), an_article(name="c.txt", text="", error="is empty")),
    )
    assert list(summary(timeline)) == [
        "2 articles, 1 report, 1 incident (1 with conflicting sources, see `attacks explain`), 1 tally",
        "  a.txt tells of about 20 attacks since 2021-01; the timeline has 3",
        "  no date found for an attack on balad in a.txt: no date is told for it",
        "  publication date unknown: b.txt",
    ]


def test_a_long_list_in_the_summary_is_counted_not_printed() -> None:
    lines = list(summary(Timeline(articles=tuple(an_article(name=f"{n}.txt") for n in range(30)))))
    assert lines[-1] == "  ... and 20 more articles of unknown date"
    assert len(lines) == 12


def test_times_are_a_line_each_or_an_article_a_line() -> None:
    rows: list[Row] = [{"start": 3, "end": 9, "text": "Sun\nday", "type": "weekday", "date": None, "anchor": "why\x1b[31m not"}]
    assert render_times([(an_article(), rows)]) == "a.txt  -  weekday  Sun day  why not\n"
    assert json.loads(render_times([(an_article(), rows)], jsonl=True)) == {"file": "a.txt", "times": rows}
