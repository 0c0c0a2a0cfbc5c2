"""Calendar dates."""

from __future__ import annotations

from attack_timeline.dating.calendar import decade_span, span_of
from attack_timeline.dating.context import Context, Resolution
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
    """ "July 25 of that year", "May last year"."""
    word = (expression.modifier or "").split()[0]
    focus = context.focus()
    if word in ("last", "this", "next") and context.published:
        year = context.published.last.year + {"last": -1, "this": 0, "next": 1}[word]
        return Resolution(span_of(year, expression.month, expression.day), f"published {context.published.edtf}", dated=True)
    if focus is None:
        return Resolution(reason="no year has been told that it could hang on")
    year = focus.span.first.year + {"previous": -1, "following": 1, "next": 1}.get(word, 0)
    return Resolution(span_of(year, expression.month, expression.day), f"{focus.span.edtf} at {focus.expression.start}", dated=focus.dated)
