"""Ranges: both ends, the second resolved against the first."""

from __future__ import annotations

from attack_timeline.dating.absolute import absolute
from attack_timeline.dating.calendar import Span, span_of, weekday_on_or_after
from attack_timeline.dating.context import Context, Resolution
from attack_timeline.dating.deictic import weekday
from attack_timeline.dating.relative import elliptic
from attack_timeline.model import TimeExpression


def range_of(expression: TimeExpression, context: Context) -> Resolution:
    """Both ends, the second resolved against the first."""
    until = expression.until
    first = _first_end(expression, context)
    if first.span is None or until is None:
        return first
    last = _second_end(until, first.span)
    if last is None or last.last < first.span.first:
        return Resolution(first.span, first.anchor, dated=first.dated)
    return Resolution(Span(f"{first.span.edtf}/{last.edtf}", first.span.first, last.last, last.precision), first.anchor, dated=first.dated)


def _first_end(expression: TimeExpression, context: Context) -> Resolution:
    until = expression.until
    if expression.weekday is not None and expression.month is None:
        return weekday(expression, context)
    if expression.type == "range" and expression.unit == "day" and expression.month is None:
        return elliptic(expression, context)
    if expression.year is None and until is not None and until.year is not None:
        crosses = (expression.month or 0, expression.day or 0) > (until.month or 0, until.day or 0)
        return Resolution(span_of(until.year - crosses, expression.month, expression.day), "the calendar", dated=True)
    return absolute(expression, context)


def _second_end(until: TimeExpression, first: Span) -> Span | None:
    if until.weekday is not None and until.month is None:
        day = weekday_on_or_after(first.first, until.weekday)
        return span_of(day.year, day.month, day.day)
    year = until.year or first.first.year
    if until.month is None and until.day is not None:
        return span_of(year, first.first.month, until.day)
    span = span_of(year, until.month, until.day)
    if span and until.year is None and span.last < first.first:
        return span_of(year + 1, until.month, until.day)
    return span
