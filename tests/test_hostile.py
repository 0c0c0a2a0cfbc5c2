"""Text that is meant to hurt costs its length and no more, and what is read from it is still true."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from attack_timeline import build
from tests.extract_world import read, reports, told, untrue_evidence

ONE_SENTENCE = [
    "rockets hit the base and ",
    "rockets hit Balad air base, ",
    "attack on the ",
    "two soldiers were killed and ",
    "killed four people, three Britons and an American, ",
    "no one claimed ",
    "a group calling itself A ",
    "about 20 attacks since ",
    "three days after ",
    "bases at Taji, Balad and ",
    "Balad ",
    "U.S. ",
]
SENTENCES = [
    "Rockets hit Taji base on Sunday. ",
    "The attack wounded two. ",
    "No one claimed it. ",
    "It was the 14th attack on US bases since March 3. ",
]
SHORT = ["(((((", '"a "', "1", "1,", "\n", "é", "İ", "A."]
LONG_SIZE = 60_000
GROWTH = 5.0  # for a text three times as long: linear work grows by 3, quadratic by 9


def _repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _work(text: str) -> float:
    """Processor time that reading takes, the better of two; never below what the clock can tell apart."""
    best = 999.0
    for _ in range(2):
        begun = time.process_time()
        read(text)
        best = min(best, time.process_time() - begun)
        if best > 0.5:
            break
    return max(best, 0.01)


@pytest.mark.parametrize("unit", ONE_SENTENCE)
def test_a_sentence_three_times_as_long_costs_no_more_than_it_must(unit: str) -> None:
    assert _work(_repeated(unit, 4_500)) / _work(_repeated(unit, 1_500)) < GROWTH


@pytest.mark.parametrize("unit", SENTENCES)
def test_an_article_three_times_as_long_costs_no_more_than_it_must(unit: str) -> None:
    assert _work(_repeated(unit, 24_000)) / _work(_repeated(unit, 8_000)) < GROWTH


@pytest.mark.parametrize("unit", SHORT)
def test_a_long_article_of_rubbish_is_read_to_its_end(unit: str) -> None:
    text = _repeated(unit, LONG_SIZE) + "\n\nFive rockets hit Taji base on Sunday.\n"
    found = read(text)
    assert [(report.site_id, report.date, report.munitions_low) for report in found[0]] == [("taji", "2021-04-18", 5)]
    assert untrue_evidence(text, found) == []


@pytest.mark.parametrize("unit", ONE_SENTENCE)
def test_evidence_stays_true_in_endless_sentences(unit: str) -> None:
    text = _repeated(unit, 1_500) + "rockets hit Taji base on Sunday."
    assert untrue_evidence(text, read(text)) == []


STRANGE = [
    ("", 0),
    (" \n\t ", 0),
    ("Rockets", 0),
    (".", 0),
    ("“", 0),
    ("İ", 0),
    ("\u200f\u200e", 0),
    ("\x00\x01\x02", 0),
    ("Five rockets hit Taji base", 1),
    ("Five rockets hit Taji base on Sunday", 1),
    ("FIVE ROCKETS HIT TAJI BASE ON SUNDAY", 1),
    ("İİİ ßßß ﬁﬁﬁ: five rockets hit Taji base on Sunday.", 1),
    ("\u200fFive rockets hit\u200e Taji base on Sunday.", 1),
    ("Five\u00a0rockets hit Taji\u00a0base on\u00a0Sunday.", 1),
    ("Five rockets hit Taji base on Sunday.\r\n\r\n", 1),
    ("Five rockets hit Taji base on Sunday. \ud83d\ude80".encode("utf-16", "surrogatepass").decode("utf-16"), 1),
    ("“Five rockets hit Taji base on Sunday,” he said.", 1),
]


@pytest.mark.parametrize(("text", "count"), STRANGE)
def test_strange_text_is_read_and_quoted_truly(text: str, count: int) -> None:
    found = read(text)
    assert [report.site_id for report in found[0]] == ["taji"] * count
    assert untrue_evidence(text, found) == []


def test_letters_that_grow_when_their_case_is_folded_move_no_quote() -> None:
    text = "İ" * 50 + " ẞ. Five rockets hit Taji base on Sunday, killing two soldiers."
    [report] = reports(text)
    quotes = {evidence.field: text[evidence.start : evidence.end] for evidence in report.evidence}
    assert (quotes["date"], "Taji" in quotes["site"], "Five" in quotes["munitions"], "two" in quotes["killed"]) == ("Sunday", True, True, True)


BYTES = [
    ("windows line ends", b"Rockets hit Taji\r\n\r\nBAGHDAD, April 18, 2021 - Five rockets hit Taji base on Sunday.\r\n"),
    ("old line ends", b"Rockets hit Taji\r\rBAGHDAD, April 18, 2021 - Five rockets hit Taji base on Sunday.\r"),
    ("control characters", b"BAGHDAD, April 18, 2021 - Five\x01 rockets\x08 hit Taji\x0b base on Sunday.\n"),
    ("a byte-order mark", b"\xef\xbb\xbfBAGHDAD, April 18, 2021 - Five rockets hit Taji base on Sunday.\n"),
    ("marks of direction", "BAGHDAD, April 18, 2021 - \u200fFive rockets\u200e hit Taji base on Sunday.\n".encode()),
]


@pytest.mark.parametrize("raw", [pytest.param(raw, id=name) for name, raw in BYTES])
def test_a_file_of_strange_bytes_tells_its_attack(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    timeline = build([tmp_path])
    assert [(i.date, i.site_id, i.munitions_low) for i in timeline.incidents] == [("2021-04-18", "taji", 5)]
    text = timeline.articles[0].text
    assert all(text[e.start : e.end] == e.quote for i in timeline.incidents for r in i.reports for e in r.evidence)


@pytest.mark.parametrize("raw", [b"", b"\n", b"Rockets", b"."])
def test_an_article_of_nothing_makes_no_incident_and_costs_the_others_nothing(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    (tmp_path / "b.txt").write_text("BAGHDAD, April 18, 2021 - Five rockets hit Taji base on Sunday.\n", encoding="utf-8")
    assert [(i.date, i.site_id, i.sources) for i in build([tmp_path]).incidents] == [("2021-04-18", "taji", ("b.txt",))]


def test_reading_twice_gives_the_same() -> None:
    text = "Five rockets hit Taji base on Sunday. Two soldiers were hurt. No group claimed it."
    assert [told(report) for report in reports(text)] == [told(report) for report in reports(text)]
    assert read(text) == read(text)
