"""Measures the dating of times and of articles against gold.

    benchmarks/dating.py times --corpus DIR --gold FILE.jsonl [--against-dateparser]
    benchmarks/dating.py published --corpus DIR --gold FILE.yaml [--details]

`times`: FILE.jsonl has {"file", "times": [[start, end, EDTF, words], ...], "other": [[start, end], ...]} a line; a found time is right when
its words overlap the gold's and its date is the same. `published`: FILE.yaml lists {article, published, published_inferred}; sidecar
metadata is not read, only what stands in the text. dateparser is an extra (`pip install dateparser`), never a dependency.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import yaml

from attack_timeline.dating import infer_publications, resolve, time_rows
from attack_timeline.extract.times import find_times
from attack_timeline.knowledge import load
from attack_timeline.model import Article

Row = dict[str, Any]


def score_times(gold: list[Row], found: dict[str, list[Row]]) -> dict[str, float]:
    """Precision, recall and f1 over calendar values; days, and days whose words name no year."""
    wanted = claimed = right = days = days_right = yearless = yearless_right = 0
    for row in gold:
        mine = [t for t in found[row["file"]] if t["date"] and not any(t["start"] < end and start < t["end"] for start, end in row["other"])]
        wanted, claimed = wanted + len(row["times"]), claimed + len(mine)
        used: set[int] = set()
        for start, end, date, words in row["times"]:
            hits = (i for i, t in enumerate(mine) if i not in used and t["start"] < end and start < t["end"] and t["date"].rstrip("?~%") == date)
            hit = next(hits, None)
            if hit is not None:
                used.add(hit)
            right += hit is not None
            if len(date) == len("2020-01-01"):
                bare = not re.search(r"\d{4}", words)
                days, days_right = days + 1, days_right + (hit is not None)
                yearless, yearless_right = yearless + bare, yearless_right + (bare and hit is not None)
    precision, recall = right / max(claimed, 1), right / max(wanted, 1)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
        "day": days_right / max(days, 1),
        "yearless": yearless_right / max(yearless, 1),
    }


def measure_times(corpus: Path, gold_file: Path, *, against_dateparser: bool) -> None:
    landmarks = load().landmarks
    gold = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines() if line]
    texts = {row["file"]: (corpus / row["file"]).read_text(encoding="utf-8") for row in gold}
    begun = time.perf_counter()
    found = {name: time_rows(text, resolve(text, find_times(text, landmarks), None, landmarks)) for name, text in texts.items()}
    seconds = time.perf_counter() - begun
    report("ours", score_times(gold, found))
    print(f"{sum(map(len, texts.values())) / 1e6 / seconds:.2f} MB/s")
    if against_dateparser:
        report("dateparser", score_times(gold, {name: _by_dateparser(rows) for name, rows in found.items()}))


def _by_dateparser(rows: list[Row]) -> list[Row]:
    """The same expressions, each given to dateparser by itself."""
    try:
        import dateparser  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        sys.exit("dateparser is not installed: pip install dateparser")
    parsed = []
    for row in rows:
        value = dateparser.parse(row["text"], languages=["en"], settings={"REQUIRE_PARTS": ["month"]})
        has_day = value is not None and re.search(r"\b\d{1,2}\b", row["text"]) is not None
        parsed.append({**row, "date": value.strftime("%Y-%m-%d" if has_day else "%Y-%m") if value else None})
    return parsed


def measure_published(corpus: Path, gold_file: Path, *, details: bool) -> None:
    """Right to the day, and single days that are wrong, over articles whose date is known and not itself inferred."""
    landmarks = load().landmarks
    gold = yaml.safe_load(gold_file.read_text(encoding="utf-8"))
    wanted = [(row["article"], str(row["published"])) for row in gold if row.get("published") and not row.get("published_inferred")]
    wanted = [(name, day) for name, day in wanted if (corpus / name).exists()]
    articles = [Article(id=name, path=name, text=(corpus / name).read_text(encoding="utf-8", errors="replace")) for name, _ in wanted]
    found = infer_publications([(article, find_times(article.text, landmarks)) for article in articles], landmarks)
    right = sum(found[name].date == day for name, day in wanted)
    wrong = [(name, day) for name, day in wanted if found[name].date != day and re.fullmatch(r"\d{4}-\d\d-\d\d", found[name].date or "")]
    ranges = sum("/" in (found[name].date or "") for name, _ in wanted)
    report(corpus.name, {"right": right / len(wanted), "wrong_day": len(wrong) / len(wanted), "range": ranges / len(wanted)})
    if details:
        for name, day in wanted:
            if found[name].date != day:
                print(f"  {name}: gold {day}, got {found[name].date} from {[one.quote for one in found[name].evidence]}")


def report(name: str, metrics: dict[str, float]) -> None:
    print(name, *(f"{key} {value:.3f}" for key, value in metrics.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["times", "published"])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--against-dateparser", action="store_true")
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args()
    if args.what == "times":
        measure_times(args.corpus, args.gold, against_dateparser=args.against_dateparser)
    else:
        measure_published(args.corpus, args.gold, details=args.details)


if __name__ == "__main__":
    main()
