"""Days, months, seasons and years as EDTF with their bounds, and counting in them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Day
from datetime import timedelta
from typing import NamedTuple

PRECISION = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4, "decade": 5}
# First month and number of months; winter is named for the year in which it begins or ends, so its bounds hold both.
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_PIECE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")


class Span(NamedTuple):
    """`edtf` with its bounds, both included."""

    edtf: str
    first: Day
    last: Day
    precision: str

    @property
    def single(self) -> bool:
        return self.first == self.last


def day_span(day: Day) -> Span:
    return Span(day.isoformat(), day, day, "day")


def span_of(year: int, month: int | None = None, day: int | None = None) -> Span | None:
    """None for what is no date (30 February)."""
    try:
        if month is None:
            return Span(f"{year:04d}", Day(year, 1, 1), Day(year, 12, 31), "year")
        if month > 12:
            return _season(year, month)
        if day is None:
            return Span(f"{year:04d}-{month:02d}", Day(year, month, 1), Day(year, month, monthrange(year, month)[1]), "month")
        return day_span(Day(year, month, day))
    except ValueError:
        return None


def _season(year: int, season: int) -> Span:
    start, length = _SEASONS[season]
    end_year, end_month = (year, start + length - 1) if start + length <= 13 else (year + 1, start + length - 13)
    return Span(f"{year:04d}-{season}", Day(year, start, 1), Day(end_year, end_month, monthrange(end_year, end_month)[1]), "season")


def decade_span(year: int) -> Span:
    first = year // 10 * 10
    return Span(f"{first // 10}X", Day(first, 1, 1), Day(first + 9, 12, 31), "decade")


def between(first: Day, last: Day) -> Span:
    """A day, or the interval of two days."""
    if first >= last:
        return day_span(first)
    return Span(f"{first.isoformat()}/{last.isoformat()}", first, last, "day" if (last - first).days < 3 else "week")


def about(day: Day, slack: int) -> Span:
    return Span(f"{day.isoformat()}~", add_days(day, -slack), add_days(day, slack), "day")


def parse_edtf(text: str) -> Span | None:
    """The subset of EDTF level 1 that the project writes; None for anything else."""
    ends = text.split("/")
    pieces = [_PIECE.fullmatch(end) for end in ends]
    if len(ends) > 2 or pieces[0] is None or (len(ends) == 2 and pieces[1] is None and ends[1] != ".."):
        return None
    spans = [span_of(int(piece[1]), int(piece[2]) if piece[2] else None, int(piece[3]) if piece[3] else None) for piece in pieces if piece]
    if any(span is None for span in spans):
        return None
    known = [span for span in spans if span is not None]
    last = Day.max if ends[-1] == ".." else known[-1].last
    return Span(text, known[0].first, last, known[0].precision)


def add_days(day: Day, count: int) -> Day:
    """Stays within the calendar that Python knows."""
    return Day.fromordinal(min(max(day.toordinal() + count, 1), Day.max.toordinal()))


def add_months(day: Day, count: int) -> Day:
    months = day.year * 12 + day.month - 1 + count
    year, month = min(max(months // 12, 1), 9999), months % 12 + 1
    return Day(year, month, min(day.day, monthrange(year, month)[1]))


def shifted(span: Span, count: int, unit: str) -> Span | None:
    """The time `count` units after `span`; its precision is that of the unit, where that is coarser than the span's."""
    count = min(max(count, -9999), 9999)
    if unit in ("day", "hour"):
        days = count if unit == "day" else 0
        first, last = add_days(span.first, days), add_days(span.last, days)
        return between(first, last) if span.precision in ("day", "week") else None
    if unit in ("week", "fortnight"):
        days = count * (7 if unit == "week" else 14)
        return about(add_days(span.first, days), 2) if span.precision == "day" else None
    if unit == "month":
        moved = add_months(span.first, count)
        return span_of(moved.year, moved.month) if PRECISION[span.precision] <= PRECISION["month"] else None
    years = count * {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    return span_of(span.first.year + years) if years and 0 < span.first.year + years < 9999 else None


def weekday_on_or_before(day: Day, weekday: int) -> Day:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_on_or_after(day: Day, weekday: int) -> Day:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
