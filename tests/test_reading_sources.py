"""sources.csv: what stands beside the articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from attack_timeline.errors import TimelineError
from attack_timeline.model import Article
from attack_timeline.reading import read_articles


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("News.")
    return tmp_path


def read(folder: Path, csv: str | bytes, *, at: str = "sources.csv", sources: bool = False) -> dict[str, Article]:
    (folder / at).write_bytes(csv.encode() if isinstance(csv, str) else csv)
    return {article.id: article for article in read_articles([folder], folder / at if sources else None)}


def test_a_row_is_found_by_the_path_from_its_folder(news: Path) -> None:
    articles = read(news, "path,published,publisher,title,url\na.txt,2021-02-15,AFP,Rockets,https://a.example\n./sub/b.txt,2021-02,,,\n")
    a, b = articles["a.txt"], articles["sub/b.txt"]
    assert (a.published, a.published_by, a.publisher, a.title, a.url) == ("2021-02-15", "metadata", "AFP", "Rockets", "https://a.example")
    assert (b.published, b.published_by, b.publisher) == ("2021-02", "metadata", None)


def test_every_column_but_path_may_be_missing(news: Path) -> None:
    assert read(news, "Path , title\na.txt,Rockets\n")["a.txt"].title == "Rockets"


def test_the_file_of_the_nearest_folder_counts(news: Path) -> None:
    (news / "sources.csv").write_text("path,published\nsub/b.txt,2020-01-01\n")
    assert read(news, "path,published\nb.txt,2021-01-01\n", at="sub/sources.csv")["sub/b.txt"].published == "2021-01-01"


def test_a_single_file_has_its_folders_sources(news: Path) -> None:
    (news / "sources.csv").write_text("path,published\na.txt,2020-01-01\n")
    assert read_articles([news / "a.txt"])[0].published == "2020-01-01"


def test_a_named_file_stands_for_those_beside_the_articles(news: Path) -> None:
    (news / "sources.csv").write_text("path,published\na.txt,2020-01-01\n")
    articles = read(news, "path,published\nsub/b.txt,2021-01-01\n", at="other.csv", sources=True)
    assert (articles["a.txt"].published, articles["sub/b.txt"].published) == (None, "2021-01-01")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2021-02-15T10:30:00Z", "2021-02-15"),
        ("2021-02-15 10:30:00 +0000", "2021-02-15"),
        ("2021", "2021"),
        ("2021-02-15?", "2021-02-15?"),
        ("", None),
    ],
)
def test_a_date_may_carry_a_time(news: Path, written: str, read_as: str | None) -> None:
    assert read(news, f"path,published\na.txt,{written}\n")["a.txt"].published == read_as


def test_windows_files_are_read(news: Path) -> None:
    articles = read(news, b'\xef\xbb\xbfpath,title\r\nsub\\b.txt,"Rockets, again"\r\n')
    assert articles["sub/b.txt"].title == "Rockets, again"


def test_hostile_cells_are_made_plain(news: Path) -> None:
    assert read(news, 'path,title\na.txt,"red\x1b[31m\u202e\nline"\n')["a.txt"].title == "red line"


@pytest.mark.parametrize(
    ("csv", "message"),
    [
        ("file,date\na.txt,2021\n", r"sources\.csv: line 1: no column 'path'"),
        ("path,published\na.txt,2021-02-15\nb.txt,15/02/2021\n", r"sources\.csv: line 3: 'published' is '15/02/2021'; write it as 2021-02-15"),
        ("path,published\na.txt,2021-02-30\n", r"sources\.csv: line 2: 'published' is '2021-02-30'"),
        ("", r"sources\.csv: is empty"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(news: Path, csv: str, message: str) -> None:
    with pytest.raises(TimelineError, match=message):
        read(news, csv)


def test_a_named_file_that_is_missing_is_an_error(news: Path) -> None:
    with pytest.raises(TimelineError, match=r"gone\.csv: No such file"):
        read_articles([news], news / "gone.csv")
