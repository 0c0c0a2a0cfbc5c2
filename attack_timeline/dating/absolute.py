"""Calendar dates and ranges of them."""

from __future__ import annotations

from attack_timeline.dating.calendar import Span, decade_span, span_of, weekday_on_or_after
from attack_timeline.dating.context import Context, Resolution, Told
from attack_timeline.dating.years import without_year
from attack_timeline.model import TimeExpression


def absolute(expression: TimeExpression, context: Context) -> Resolution:
    if expression.modifier == "ambiguous":
        return Resolution(reason="the day and the month cannot be told apart")
    if expression.unit == "decade" and expression.year:
        return Resolution(decade_span(expression.year), "the calendar", tells=False)
    if expression.year is not None:
        span = span_of(expression.year, expression.month, expression.day)
        return Resolution(span, "the calendar", None if span else "is no day of the calendar", dated=True)
    if expression.modifier and expression.modifier.endswith(" year"):
        return _of_year(expression, context)
    return without_year(expression, context)


def _of_year(expression: TimeExpression, context: Context) -> Resolution:
    """"July 25 of that year", "May last year"."""
    word = (expression.modifier or "").split()[0]
    focus = context.focus()
    if word in ("last", "this", "next") and context.published:
        year = context.published.last.year + {"last": -1, "this": 0, "next": 1}[word]
        return Resolution(span_of(year, expression.month, expression.day), f"published {context.published.edtf}", dated=True)
    if focus is None:
        return Resolution(reason="no year has been told that it could hang on")
    year = focus.span.first.year + {"previous": -1, "following": 1, "next": 1}.get(word, 0)
    return Resolution(span_of(year, expression.month, expression.day), f"{focus.span.edtf} at {focus.expression.start}", dated=focus.dated)


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
        from attack_timeline.dating.deictic import weekday

        return weekday(expression, context)
    if expression.type == "range" and expression.unit == "day" and expression.month is None:
        from attack_timeline.dating.relative import elliptic

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


def second_end(told: Told) -> Span | None:
    """The end of a range that was told, by itself."""
    return _second_end(told.expression.until, told.span) if told.expression.until else None
