"""The command: what goes where, exit codes, hostile input."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from attack_timeline import __version__
from attack_timeline.model import Timeline
from attack_timeline.reading import decode
from attack_timeline.render.sheet import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
Attacks = Callable[..., Result]
NEWS = "BAGHDAD, April 18, 2021 - Five rockets hit Balad air base on Sunday, killing two people, a security source said. Nobody claimed the attack.\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS)
    return folder


def process(*arguments: object, cwd: Path = ROOT, hashes: int = 0, **more: object) -> subprocess.CompletedProcess[bytes]:
    """A run in a process of its own; `hashes` seeds the order of sets, which no output may depend on."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(hashes)}
    command = [sys.executable, "-m", "attack_timeline", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


def test_the_timeline_goes_to_standard_output_and_the_summary_elsewhere(attacks: Attacks, seeds: Path, seeds_timeline: Timeline) -> None:
    done = attacks("build", seeds)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1 + len(seeds_timeline.incidents)
    assert "\x1b" not in done.stdout
    assert done.stderr.startswith("5 articles, ")


def test_every_evidence_of_the_seeds_is_in_its_article(attacks: Attacks, seeds: Path) -> None:
    made = json.loads(attacks("build", seeds, "--format", "json").stdout)
    texts = {path.name: decode(path.read_bytes()) for path in seeds.iterdir()}
    told = [(report["article"], evidence) for incident in made["incidents"] for report in incident["reports"] for evidence in report["evidence"]]
    told += [(report["article"], other) for incident in made["incidents"] for report in incident["reports"] for other in report["others"]]
    told += [(tally["article"], tally["evidence"]) for tally in made["tallies"]]
    told += [(evidence["article"], evidence) for article in made["articles"] for evidence in article["published_evidence"]]
    assert told
    assert all(texts[article][evidence["start"] : evidence["end"]] == evidence["quote"] for article, evidence in told)


def test_two_runs_give_the_same_bytes(seeds: Path) -> None:
    runs = [process("build", seeds, "--format", "json", cwd=cwd, hashes=hashes).stdout for cwd, hashes in ((ROOT, 1), (ROOT / "tests", 4), (ROOT, 7))]
    assert runs[0] == runs[1] == runs[2] != b""
    assert str(ROOT).encode() not in runs[0]


@pytest.mark.parametrize(
    ("name", "start"),
    [("t.csv", ",".join(COLUMNS)), ("t.json", "{"), ("t.jsonl", '{"id"'), ("t.md", "| Date "), ("t.txt", "DATE "), ("t", "DATE ")],
)
def test_the_suffix_of_the_output_tells_the_format(attacks: Attacks, news: Path, tmp_path: Path, name: str, start: str) -> None:
    done = attacks("build", news, "-o", tmp_path / name)
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_named_wins_over_the_suffix(attacks: Attacks, news: Path, tmp_path: Path) -> None:
    attacks("build", news, "-o", tmp_path / "t.csv", "--format", "md")
    assert (tmp_path / "t.csv").read_text().startswith("| Date")


def test_output_is_written_whole_or_not_at_all(attacks: Attacks, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "t.csv"
    target.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    done = attacks("build", news, "-o", target)
    assert done.exit_code == 1
    assert "No space left on device" in done.stderr
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news", "t.csv"]


def test_a_pipe_as_output_is_written_to_and_not_replaced(attacks: Attacks, news: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with subprocess.Popen(["cat", str(tmp_path / "pipe.csv")], stdout=subprocess.PIPE) as reader:
        assert attacks("build", news, "-o", tmp_path / "pipe.csv").exit_code == 0
        assert reader.communicate()[0].startswith(b"id,date")
    assert (tmp_path / "pipe.csv").is_fifo()


def test_a_dash_as_output_is_standard_output(attacks: Attacks, news: Path) -> None:
    assert attacks("build", news, "-o", "-").stdout.startswith("DATE ")


def test_an_article_on_standard_input(attacks: Attacks) -> None:
    made = json.loads(attacks("build", "-", "--format", "json", stdin=NEWS.encode()).stdout)
    assert [article["id"] for article in made["articles"]] == ["-"]
    assert [incident["site_id"] for incident in made["incidents"]] == ["balad"]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(attacks: Attacks, news: Path) -> None:
    (news / "empty.txt").write_text("")
    (news / "photo.txt").write_bytes(b"\x89PNG\r\n")
    done = attacks("build", news)
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 2
    assert "not read: news/empty.txt is empty\nnot read: news/photo.txt is a PNG image, not text\n" in done.stderr


def test_an_article_on_which_a_stage_fails_never_costs_a_good_one(attacks: Attacks, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from attack_timeline.extract.reports import read_reports

    (news / "b.txt").write_text("Rockets hit.")

    def fail(annotated: object, *more: object) -> object:
        if annotated.article.id == "b.txt":  # type: ignore[attr-defined]
            raise ValueError("day is out of range")
        return read_reports(annotated, *more)  # type: ignore[arg-type]

    monkeypatch.setattr("attack_timeline.pipeline.read_reports", fail)
    done = attacks("build", news)
    assert done.exit_code == 3
    assert "Balad" in done.stdout
    assert "not read: news/b.txt cannot be analysed (ValueError: day is out of range)" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "nowhere/"], 1, "Error: nowhere/: no such file or folder\n"),
        (["build", "{news}", "--sources", "gone.csv"], 1, "Error: gone.csv: No such file or directory\n"),
        (["build", "{news}", "--data", "nowhere"], 1, "Error: nowhere: not a folder"),
        (["build", "{news}", "-o", "nowhere/t.csv"], 1, "Error: nowhere/t.csv: No such file or directory\n"),
        (["explain", "1999", "{news}"], 1, "Error: 1999: no such incident"),
        (["text", "{news}/empty.txt"], 1, "Error: "),
        (["build"], 2, "Missing argument 'PATH...'"),
        (["build", "{news}", "-o", "t.xlsx"], 2, "Cannot tell the format of t.xlsx"),
        (["build", "{news}", "--format", "xml"], 2, "Invalid value for '-f' / '--format'"),
        (["times", "{news}", "--published", "2021-02-30"], 2, "Invalid value for '--published'"),
        (["text", "{news}"], 2, "is a folder"),
        (["nonsense"], 2, "No such command 'nonsense'"),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(attacks: Attacks, news: Path, arguments: list[str], code: int, message: str) -> None:
    done = attacks(*(argument.replace("{news}", str(news)) for argument in arguments))
    assert (done.exit_code, done.stdout) == (code, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1 or code == 2


def test_explain_shows_the_words(attacks: Attacks, news: Path) -> None:
    done = attacks("explain", "2021-04-18", news)
    assert done.exit_code == 0
    assert re.search(r"«[^»]*five rockets[^»]*»", done.stdout, re.IGNORECASE)


def test_text_prints_what_offsets_point_into(attacks: Attacks, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffcafé\r\n\x1b[31m“x”".encode())
    assert attacks("text", tmp_path / "a.txt").stdout_bytes == "café\n“x”".encode()


def test_times_can_be_scored_line_by_line(attacks: Attacks, news: Path) -> None:
    rows = [json.loads(line) for line in attacks("times", news, "--format", "jsonl").stdout.splitlines()]
    assert rows[0]["file"] == "a.txt"
    assert {"start", "end", "date"} <= set(rows[0]["times"][0])
    assert "Sunday" in attacks("times", news).stdout


def test_schema_check_and_version(attacks: Attacks) -> None:
    assert json.loads(attacks("schema").stdout)["$schema"].endswith("2020-12/schema")
    assert attacks("check").stdout.endswith("all as they should be\n")
    assert attacks("--version").stdout == f"attacks, version {__version__}\n"


def test_check_names_what_is_wrong_with_your_own_knowledge(attacks: Attacks, tmp_path: Path) -> None:
    (tmp_path / "sites.yaml").write_text("sites:\n- id: x\n  name: [1\n")
    done = attacks("check", tmp_path)
    assert done.exit_code == 1
    assert "sites.yaml" in done.stderr


def test_a_reader_that_leaves_early_hears_nothing(seeds: Path) -> None:
    command = f"'{sys.executable}' -m attack_timeline build '{seeds}' --quiet --format json | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (len(done.stdout), done.stderr) == (10, b"")


@pytest.mark.parametrize(("no_color", "colored"), [("", True), ("1", False)])
def test_a_terminal_gets_a_fitted_table_in_color_unless_it_wants_none(seeds: Path, no_color: str, colored: bool) -> None:
    master, slave = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "90", "TERM": "xterm", "NO_COLOR": no_color}
    command = [sys.executable, "-m", "attack_timeline", "build", str(seeds)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=slave, stderr=subprocess.DEVNULL) as running:
        os.close(slave)
        shown = b""
        while True:
            try:
                part = os.read(master, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
        running.wait()
    os.close(master)
    text = shown.decode().replace("\r\n", "\n")
    assert ("\x1b[" in text) is colored
    assert max(len(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in text.splitlines()) <= 90


def test_hostile_text_never_reaches_the_terminal(attacks: Attacks, news: Path) -> None:
    (news / "evil\x1b[31m.txt").write_text("April 18, 2021\nFive \x1b[2Jrockets\u202e hit Balad air base\x07 on Sunday.\n")
    for arguments in (["build", news], ["explain", "2021-04-18", news], ["times", news], ["build", news, "-f", "csv"], ["build", news, "-f", "json"]):
        done = attacks(*arguments)
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", done.output), arguments
