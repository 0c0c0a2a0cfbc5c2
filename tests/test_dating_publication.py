"""Publication days: stated, inferred from what is told, or honestly open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from attack_timeline.dating import infer_publications, inherit_publications
from attack_timeline.extract.times import find_times
from attack_timeline.knowledge.landmarks import Landmark, load_landmarks
from attack_timeline.model import Article, Evidence, Publication, Report

DATA = Path(__file__).parent.parent / "data" / "landmarks.yaml"


@pytest.fixture(scope="module")
def landmarks() -> tuple[Landmark, ...]:
    return load_landmarks([DATA])


def publication(text: str, landmarks: tuple[Landmark, ...], published: str | None = None) -> Publication:
    article = Article(id="a", path="a", text=text, published=published)
    return infer_publications([(article, find_times(text, landmarks))], landmarks)["a"]


STATED = [
    ("Base hit\n\nPublished: 9 December 2019\n\nShells fell on Monday.", "2019-12-09"),
    ("Base hit\n\nTuesday, 31 December 2019\n\nShells fell today.", "2019-12-31"),
    ("Base hit\n\nLast updated: May 3, 2021, 4:10 p.m.\n\nShells fell.", "2021-05-03"),
    ("Base hit\n\nBy Jane Roe | 3 May 2021\n\nShells fell.", "2021-05-03"),
    ("Base hit\n\nBAGHDAD, May 3, 2021 (Agency) - Shells fell.", "2021-05-03"),
    # without a year: the one in which the weekday agrees and those named are in office
    ("Base hit\n\nBAGHDAD, Dec. 27 (Agency) -- Shells fell on Friday, and Secretary of State Mike Pompeo spoke of it.", "2019-12-27"),
    ("Base hit\n\nERBIL, Feb. 17 (Agency) - Guards died on Monday, President Joe Biden was told.", "2021-02-17"),
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_a_date_that_the_article_states_of_itself_is_its_day(text: str, day: str, landmarks: tuple[Landmark, ...]) -> None:
    found = publication(text, landmarks)
    assert (found.date, found.by) == (day, "stated")


INFERRED = [
    # counted from a landmark, and nobody had time to claim it
    ("Shells hit a base on Sunday, three days ahead of a new “strategic dialogue” with Washington. There was no immediate claim.", "2021-04-04"),
    ("A camp was hit on Saturday, a day after a drone killed General Qassem Soleimani. No group has claimed it.", "2020-01-04"),
    # the day is over
    ("Rockets meant for the American embassy smashed into a school on Thursday. Nobody had claimed it by midnight.", "2022-01-14"),
    # American news says the day behind the verb
    (
        "The pope's plane left. Iran fired missiles at two bases with American troops early Wednesday. The president said Wednesday all is well.",
        "2020-01-08",
    ),
    # nothing tells which of two days
    ("Rockets meant for the American embassy smashed into a school on Thursday.", "2022-01-13/2022-01-14"),
]


@pytest.mark.parametrize(("text", "day"), INFERRED)
def test_a_day_is_inferred_from_what_cuts_it(text: str, day: str, landmarks: tuple[Landmark, ...]) -> None:
    found = publication(text, landmarks)
    assert (found.date, found.by) == (day, "inferred")
    assert found.evidence and all(text[one.start : one.end] == one.quote for one in found.evidence)


def test_what_nothing_dates_stays_open(landmarks: tuple[Landmark, ...]) -> None:
    found = publication("Shells fell on a base on Friday.", landmarks)
    assert (found.date, found.by) == (None, None)


def test_metadata_goes_before_everything(landmarks: tuple[Landmark, ...]) -> None:
    found = publication("Published: 9 December 2019\n\nShells fell.", landmarks, published="2019-12-10")
    assert (found.date, found.by) == ("2019-12-10", "metadata")


def test_an_anniversary_is_no_news(landmarks: tuple[Landmark, ...]) -> None:
    found = publication("A year after Iran fired missiles at two bases housing American troops on Wednesday, guards remember.", landmarks)
    assert found.date is None


def test_what_contradicts_is_told(landmarks: tuple[Landmark, ...]) -> None:
    text = "Prime Minister Nouri al-Maliki spoke. On Friday a drone killed General Qassem Soleimani."
    assert any("Maliki" in told for told in publication(text, landmarks).contradictions)


def a_report(article: str, text: str, words: str, day: date | None) -> Report:
    start = text.index(words)
    evidence = Evidence(field="date", start=start, end=start + len(words), quote=words, rule="weekday")
    return Report(article=article, evidence=(evidence,), site_id="balad", weapon="rocket", date=day and day.isoformat(), date_start=day, date_end=day)


def test_an_undated_article_inherits_the_day_of_an_attack_that_a_dated_one_tells(landmarks: tuple[Landmark, ...]) -> None:
    dated = Article(id="dated", path="dated", text="Rockets hit Balad on Sunday.", published="2021-04-05")
    undated = Article(id="undated", path="undated", text="Rockets fell on Balad on Sunday. No group has claimed the attack.")
    times = {one.id: find_times(one.text) for one in (dated, undated)}
    publications = {"dated": Publication(date="2021-04-05", by="metadata"), "undated": Publication()}
    reports = [a_report("dated", dated.text, "Sunday", date(2021, 4, 4)), a_report("undated", undated.text, "Sunday", None)]
    found = inherit_publications([dated, undated], times, publications, reports, landmarks)
    assert (found["undated"].date, found["undated"].by) == ("2021-04-04", "inferred")
    assert {one.article for one in found["undated"].evidence} == {"dated", "undated"}


def test_another_weekday_is_another_attack(landmarks: tuple[Landmark, ...]) -> None:
    dated = Article(id="dated", path="dated", text="Rockets hit Balad on Sunday.", published="2021-04-05")
    undated = Article(id="undated", path="undated", text="Rockets fell on Balad on Tuesday.")
    times = {one.id: find_times(one.text) for one in (dated, undated)}
    publications = {"dated": Publication(date="2021-04-05", by="metadata"), "undated": Publication()}
    reports = [a_report("dated", dated.text, "Sunday", date(2021, 4, 4)), a_report("undated", undated.text, "Tuesday", None)]
    assert inherit_publications([dated, undated], times, publications, reports, landmarks)["undated"].date is None
