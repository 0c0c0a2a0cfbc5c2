"""The rows of `attacks times`: what each article calls which day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from attack_timeline.model import Article
from attack_timeline.plain import plain_line

Row = Mapping[str, int | str | None]


def render_times(found: Sequence[tuple[Article, Sequence[Row]]], *, jsonl: bool = False) -> str:
    """A line an expression, or, as JSON Lines, an article a line."""
    if jsonl:
        return "".join(json.dumps({"file": article.id, "times": list(rows)}, ensure_ascii=False) + "\n" for article, rows in found)
    lines = [_cells(article, row) for article, rows in found for row in rows]
    widths = [max((len(line[column]) for line in lines), default=0) for column in range(5)]
    return "".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


def _cells(article: Article, row: Row) -> list[str]:
    return [plain_line(str(cell or "-")) for cell in (article.id, row["date"], row["type"], row["text"], row["anchor"])]
