"""Dates of time expressions: the table of cases in dating_cases.yaml, and what a resolved time says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from attack_timeline.dating import resolve, time_rows
from attack_timeline.dating.calendar import parse_edtf
from attack_timeline.errors import KnowledgeError
from attack_timeline.extract.times import find_times
from attack_timeline.knowledge.landmarks import Landmark, landmark_mentions, load_landmarks, prove_landmarks
from attack_timeline.model import ResolvedTime

HERE = Path(__file__).parent
DATA = HERE.parent / "data" / "landmarks.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "dating_cases.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def landmarks() -> tuple[Landmark, ...]:
    return load_landmarks([DATA])


def resolved(text: str, published: str | None, landmarks: tuple[Landmark, ...] = ()) -> list[ResolvedTime]:
    return resolve(text, find_times(text, landmarks), published, landmarks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:50]} ({case.get('published')})")
def test_a_time_means_what_a_careful_reader_takes_it_to_mean(case: dict[str, Any], landmarks: tuple[Landmark, ...]) -> None:
    published = case.get("published")
    found = {one.expression.text: one.date for one in resolved(case["text"], str(published) if published else None, landmarks)}
    for words, date in case["times"]:
        assert words in found, f"found only {sorted(found)}"
        assert found[words] == (str(date) if date is not None else None)


def test_a_date_has_bounds_and_an_anchor_and_an_open_one_a_reason() -> None:
    dated, open_ = resolved("It was hit on Tuesday, two or three days later.", "2022-03-10")[0], resolved("It was hit on Tuesday.", None)[0]
    assert (str(dated.first), str(dated.last), dated.anchor) == ("2022-03-08", "2022-03-08", "published 2022-03-10")
    assert (open_.date, open_.first, open_.reason) == (None, None, "hangs on the publication date, which is not known")


def test_every_date_is_edtf_whose_bounds_hold(landmarks: tuple[Landmark, ...]) -> None:
    for case in CASES:
        published = case.get("published")
        for one in resolved(case["text"], str(published) if published else None, landmarks):
            if one.date is not None and not one.date.endswith("X"):
                assert parse_edtf(one.date) is not None
                assert one.first is not None and one.last is not None and one.first <= one.last


def test_the_clause_behind_a_count_has_its_own_day() -> None:
    text = "The blast comes two days after gunmen fired on the camp."
    first = resolved("Guards died on Friday. " + text, "2022-03-12")
    assert (first[1].date, first[1].clause_date) == ("2022-03-11", "2022-03-09")


def test_a_publication_known_only_roughly_dates_no_weekday() -> None:
    assert resolved("It was hit on Tuesday.", "2021-01-20/2021-10-31")[0].date is None


def test_rows_tell_both_ends_of_a_range() -> None:
    text = "It lasted from 3 May 2020 to 5 May 2020."
    rows = time_rows(text, resolved(text, None))
    assert [(row["text"], row["date"]) for row in rows] == [("from 3 May 2020 to", "2020-05-03"), ("5 May 2020", "2020-05-05")]


def test_every_landmark_proves_itself() -> None:
    assert prove_landmarks(DATA) >= 200


def test_a_landmark_with_a_weekday_in_its_examples_would_not_hide_a_wrong_date(landmarks: tuple[Landmark, ...]) -> None:
    known = {landmark.id: landmark.date for landmark in landmarks}
    weekdays = {
        "k-1-attack": 4,
        "iran-missile-strikes-2020": 2,
        "erbil-attack-2021-02": 0,
        "us-strikes-2021-06-27": 6,
        "al-asad-rockets-2024-08-05": 0,
    }
    for id_, weekday in weekdays.items():
        span = parse_edtf(known[id_])
        assert span is not None and span.first.weekday() == weekday


def test_of_overlapping_landmarks_the_longest_stays(landmarks: tuple[Landmark, ...]) -> None:
    (mention,) = landmark_mentions("after Joe Biden took office in January", landmarks)
    assert (mention.id, mention.text) == ("biden-inauguration", "Joe Biden took office")


BAD = [
    ("- {id: a, date: '2020-01-01', names: ['x(y'], examples: [xy]}", "names.0"),
    ("- {id: a, date: '2020-01-01', names: ['x.*y'], examples: [xy]}", "unbounded"),
    ("- {id: a, date: '2020-01-01', names: ['x?'], examples: [x]}", "empty"),
    ("- {id: a, date: '2020-01-01', names: [abc], examples: [xyz]}", "examples"),
    ("- {id: a, date: '2020-01-01', names: [abc], examples: [abc], counterexamples: [abc]}", "counterexamples"),
    ("- {id: a, date: yesterday, names: [abc], examples: [abc]}", "date"),
    ("- {id: a, date: '2020-01-01', names: [abc], examples: [abc], colour: red}", "colour"),
    ("- {id: a, date: '2020-01-01', names: [abc], examples: [abc]}\n- {id: a, date: '2020-01-01', names: [abc], examples: [abc]}", "twice"),
    ("id: a", "no list"),
]


@pytest.mark.parametrize(("yaml_text", "told"), BAD)
def test_a_bad_landmark_is_refused_with_its_file_and_field(tmp_path: Path, yaml_text: str, told: str) -> None:
    added = tmp_path / "landmarks.yaml"
    added.write_text(yaml_text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"landmarks\.yaml") as refused:
        load_landmarks([DATA, added])
    assert told in str(refused.value)


def test_a_later_file_overrides_by_id(tmp_path: Path) -> None:
    added = tmp_path / "landmarks.yaml"
    added.write_text("- {id: pope-visit, date: '2021-03-06', names: [papal journey], examples: [the papal journey]}", encoding="utf-8")
    dates = {landmark.id: landmark.date for landmark in load_landmarks([DATA, added])}
    assert dates["pope-visit"] == "2021-03-06"


def test_what_is_written_is_edtf_by_the_reference_parser(landmarks: tuple[Landmark, ...]) -> None:
    edtf = pytest.importorskip("edtf")
    for case in CASES:
        published = case.get("published")
        for one in resolved(case["text"], str(published) if published else None, landmarks):
            if one.date is not None:
                edtf.parse_edtf(one.date)
