"""Files to articles: encodings, what is refused, names and order."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from attack_timeline.errors import TimelineError
from attack_timeline.model import Article
from attack_timeline.reading import NoText, decode, read_articles

NEWS = "Rockets hit the base.\n“No one was hurt,” he said – café.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (NEWS.encode(), NEWS),
        (b"\xef\xbb\xbf" + NEWS.encode(), NEWS),
        (NEWS.encode("cp1252"), NEWS),
        (NEWS.encode("utf-16"), NEWS),
        ("one “two”".encode() + b" \x93three\x94", "one “two” “three”"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"one\x0ctwo", "one\ntwo"),
        ("the troops\x92 base".encode(), "the troops’ base"),
        (b"Two\x07 rockets\x1b[31m hit\x1b[0m it\x1b]0;title\x07 today", "Two rockets hit it today"),
        ("safe \u202etxet\u202c \u2066x\u2069".encode(), "safe txet x"),
        ("rock\u00adets\u200b fell".encode(), "rockets fell"),
        ("at\u00a0least\u20093".encode(), "at least 3"),
        ("İstanbul\tتاجي".encode(), "İstanbul\tتاجي"),
    ],
    ids=[
        "utf-8",
        "bom",
        "windows-1252",
        "utf-16",
        "mixed",
        "line ends",
        "form feed",
        "c1",
        "escapes",
        "bidi",
        "invisible",
        "spaces",
        "other scripts",
    ],
)
def test_text_is_read_whatever_its_encoding(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x07\x07 \n" + "\u200b".encode(), "is empty"),
        (b"%PDF-1.4 rockets", "is a PDF, not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "is a PNG image, not text"),
        (bytes(range(256)) * 4, "is no text (binary)"),
        ("rockets".encode("utf-16-le"), "is no text (binary)"),
    ],
    ids=["nothing", "white space", "only a mark", "only controls", "pdf", "png", "binary", "utf-16 without a mark"],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(NoText) as refused:
        decode(data)
    assert str(refused.value) == reason


def test_hostile_bytes_are_read_in_linear_time() -> None:
    for bomb in (b"\x1b[" * 200_000, b"\x1b]" * 200_000, b"a\x1b[" + b"0;" * 200_000, b"\r" * 300_000 + b"a"):
        decode(b"news " * 200_000 + bomb)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    for name in ("b.txt", "a/z.txt", "a/y.md", "c.TXT", ".hidden.txt", "photo.jpg", "sources.txt.bak"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"News of {name}.")
    return folder


def ids(articles: list[Article]) -> list[str]:
    return [article.id for article in articles]


def test_a_folder_is_read_recursively_in_name_order(news: Path) -> None:
    assert ids(read_articles([news])) == ["a/y.md", "a/z.txt", "b.txt", "c.TXT"]


def test_a_file_is_named_by_its_name(news: Path) -> None:
    [article] = read_articles([news / "a" / "y.md"])
    assert (article.id, article.text) == ("y.md", "News of a/y.md.")
    assert article.sha256 == hashlib.sha256(b"News of a/y.md.").hexdigest()


def test_a_file_that_is_given_twice_is_read_once(news: Path) -> None:
    assert ids(read_articles([news, news / "b.txt", f"{news}/./a"])) == ["a/y.md", "a/z.txt", "b.txt", "c.TXT"]


def test_files_of_one_name_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("one", "two", "x/one"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.txt").write_text("News.")
    monkeypatch.chdir(tmp_path)
    assert ids(read_articles(["one", "two"])) == ["one/a.txt", "two/a.txt"]
    assert ids(read_articles([tmp_path / "one", tmp_path / "x" / "one"])) == ["one/a.txt", "one/a.txt#2"]


def test_no_absolute_path_is_shown(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [article.path for article in read_articles([news])][2] == "news/b.txt"
    monkeypatch.chdir(news)
    assert [article.path for article in read_articles(["."])][2] == "b.txt"


def test_a_loop_of_links_ends(news: Path) -> None:
    (news / "a" / "loop").symlink_to(news)
    assert ids(read_articles([news])) == ["a/y.md", "a/z.txt", "b.txt", "c.TXT"]


def test_one_bad_article_never_costs_a_good_one(news: Path) -> None:
    (news / "bad.txt").write_bytes(bytes(100))
    (news / "page.html").write_text("<p>Rockets</p>")
    (news / "gone.txt").symlink_to(news / "nowhere.txt")
    errors = {article.id: article.error for article in read_articles([news])}
    assert errors["bad.txt"] == "is no text (binary)"
    assert errors["page.html"] == "is HTML, which this version does not read; save the article as text"
    assert errors["gone.txt"] == "cannot be read: No such file or directory"
    assert errors["b.txt"] is None


def test_hostile_file_names_are_shown_harmless(tmp_path: Path) -> None:
    (tmp_path / "red\x1b[31m\u202e.txt").write_text("News.")
    with open(os.path.join(os.fsencode(tmp_path), b"\xff.txt"), "w") as stream:
        stream.write("News.")
    assert ids(read_articles([tmp_path])) == ["red\ufffd[31m\ufffd.txt", "\ufffd.txt"]


def test_paths_that_are_wrong_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match=r"nowhere: no such file or folder"):
        read_articles([tmp_path / "nowhere"])
    with pytest.raises(TimelineError, match=r"no article in this folder"):
        read_articles([tmp_path])
