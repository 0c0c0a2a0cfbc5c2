"""The rows of `attacks times`: every expression with its span, type, date and anchor."""

from __future__ import annotations

from collections.abc import Sequence

from attack_timeline.model import ResolvedTime

Row = dict[str, int | str | None]


def time_rows(text: str, resolved: Sequence[ResolvedTime]) -> list[Row]:
    """JSON-ready rows in order; a range gives one row for each of its ends, since each end is a date by itself."""
    rows: list[Row] = []
    for time in resolved:
        expression, until = time.expression, time.expression.until
        if until is None:
            rows.append(_row(text, expression.start, expression.end, expression.type, time.date, time))
            continue
        ends = (time.date or "/").split("/")
        rows.append(_row(text, expression.start, until.start, expression.type, ends[0] or None, time))
        rows.append(_row(text, until.start, expression.end, expression.type, ends[-1] or None, time))
    return rows


def _row(text: str, start: int, end: int, type_: str, date: str | None, time: ResolvedTime) -> Row:
    words = text[start:end].rstrip()
    return {"start": start, "end": start + len(words), "text": words, "type": type_, "date": date, "anchor": time.anchor or time.reason}
