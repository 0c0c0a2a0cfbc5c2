"""The days that an EDTF date bounds, as ordinals: numbers sort and subtract faster than dates."""

from __future__ import annotations

import calendar
import re
from datetime import date

Span = tuple[int, int]

QUALIFIERS = str.maketrans("", "", "?~%")
PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF level 1: spring, summer, autumn, winter
OPEN = ("", "..")


def bounds(edtf: str | None) -> Span | None:
    """First and last day, both included; None where the date is open, unknown or no EDTF."""
    if not edtf:
        return None
    text = edtf.translate(QUALIFIERS)
    if "/" in text:
        left, right = text.split("/", 1)
        if left in OPEN or right in OPEN:
            return None
        start, end = bounds(left), bounds(right)
        return (start[0], end[1]) if start and end and start[0] <= end[1] else None
    parts = PARTS.fullmatch(text)
    try:
        return _single(int(parts[1]), *(int(part) if part else None for part in parts.groups()[1:])) if parts else None
    except ValueError:
        return None


def edtf(first: int, last: int) -> str:
    """The date as written: a day, or a range of days."""
    start = date.fromordinal(first).isoformat()
    return start if first == last else f"{start}/{date.fromordinal(last).isoformat()}"


def _single(year: int, month: int | None, day: int | None) -> Span:
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if day is not None:
        ordinal = date(year, month, day).toordinal()
        return ordinal, ordinal
    if month in SEASON_STARTS:
        first = date(year, SEASON_STARTS[month], 1)
        after = first.month + 3
        end = date(year + (after > 12), (after - 1) % 12 + 1, 1)
        return first.toordinal(), end.toordinal() - 1
    return date(year, month, 1).toordinal(), date(year, month, calendar.monthrange(year, month)[1]).toordinal()
