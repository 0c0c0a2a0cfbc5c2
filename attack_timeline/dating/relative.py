"""Times that hang on the narrative or on a landmark: "three days later", "that month", "the day after the strike on ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from attack_timeline.dating.absolute import absolute
from attack_timeline.dating.calendar import Span, add_days, between, day_span, parse_edtf, shifted, span_of
from attack_timeline.dating.context import Context, Resolution, Told
from attack_timeline.dating.deictic import weekday
from attack_timeline.model import TimeExpression

_NOTHING_TOLD = "hangs on a date told before, and none is"
# "The strike comes a week after ...": the words behind name an earlier event, so its day lies before that of the news.
_EARLY = ("early", "dawn", "overnight", "midnight", "small hours")
_LATE = ("late", "night", "evening")
_DIRECTLY = re.compile(r"\s?(?:the\s)?")
_AT_THAT_HOUR = re.compile(r"(?:\s(?:local|[A-Z][a-z]{2,12})\stime)?,?(?:\s(?:on|late on|early on))?\s?\(?")
_COMES = re.compile(
    r"(?i:\b(?:comes?|came|coming|occur(?:s|red)?|tak(?:es?|ing)\splace|took\splace|happen(?:s|ed)?|follow(?:s|ed)?|is|was)\s(?:just\s|only\s|barely\s)?)$"
)


def relative(expression: TimeExpression, context: Context) -> Resolution:
    if expression.rule.startswith("after-what"):
        return _after_what(expression, context)
    if expression.month is not None:
        return _next_named(expression, context)
    if expression.shift is None or expression.unit is None:
        return Resolution(reason="a vague count gives no day")
    told = _anchor(expression.unit, context)
    if told is None:
        return Resolution(reason=_NOTHING_TOLD)
    span = _hours_from(expression, told) or _moved(expression, told.span)
    return Resolution(span, _words(told), None if span else "the date it hangs on is less precise than the count", dated=told.dated)


def _words(told: Told) -> str:
    return f"{told.span.edtf} at {told.expression.start}"


def _anchor(unit: str, context: Context) -> Told | None:
    """The last date told that is precise enough to count in this unit."""
    return context.focus({"day": "day", "hour": "day", "week": "day", "fortnight": "day", "weekend": "day", "month": "month"}.get(unit, "year"))


def _hours_from(expression: TimeExpression, told: Told) -> Span | None:
    """ "Hours earlier" than the early hours may be the day before, "hours later" than a late evening the day after: both days."""
    if expression.unit != "hour" or expression.shift is None or abs(expression.shift) > 6:
        return None
    part = told.expression.part or ""
    backwards = expression.shift < 0 or expression.text.casefold().endswith(("earlier", "before", "previously"))
    if backwards and any(word in part for word in _EARLY):
        return between(add_days(told.span.first, -1), told.span.last)
    if not backwards and any(word in part for word in _LATE):
        return between(told.span.first, add_days(told.span.last, 1))
    return None


def _moved(expression: TimeExpression, base: Span) -> Span | None:
    assert expression.shift is not None and expression.unit is not None
    if expression.unit == "week" and expression.rule in ("next-unit", "day-after"):
        monday = add_days(base.first, -base.first.weekday() + 7 * expression.shift)
        return between(monday, add_days(monday, 6))
    if expression.unit == "hour":
        return shifted(base, 0, "day") if abs(expression.shift) <= 6 else between(base.first, add_days(base.last, 1 if expression.shift > 0 else 0))
    return shifted(base, expression.shift, expression.unit)


def _next_named(expression: TimeExpression, context: Context) -> Resolution:
    """ "the following April", "the next spring"."""
    told = context.focus()
    if told is None:
        return Resolution(reason=_NOTHING_TOLD)
    year = told.span.first.year
    spans = [span for y in (year - 1, year, year + 1) if (span := span_of(y, expression.month))]
    if (expression.shift or 1) > 0:
        span = next((span for span in spans if span.first > told.span.first), None)
    else:
        span = next((span for span in reversed(spans) if span.last < told.span.first), None)
    return Resolution(span, _words(told), dated=told.dated)


def _after_what(expression: TimeExpression, context: Context) -> Resolution:
    """ "a week after ..." without a known landmark.

    "On 27 June, two days after the army crossed": both dates are those of the sentence, and the crossing lies before them.
    "One month after the siege": the siege was told before, and the sentence goes on from there.
    """
    if expression.shift is None or expression.unit is None:
        return Resolution(reason="a vague count gives no day")
    named = context.behind(5, _DIRECTLY)
    if named is not None and _same_grain(expression, named):
        base = (absolute if named.type == "absolute" else weekday)(named, context)
        span = shifted(base.span, expression.shift, expression.unit) if base.span else None
        return Resolution(span, base.anchor, base.reason, dated=base.dated, clause=base.span)
    before = context.text[max(0, expression.start - 40) : expression.start]
    told = context.in_sentence(expression) or _anchor(expression.unit, context)
    if told is None or expression.unit not in ("day", "week", "month", "year", "fortnight"):
        return Resolution(reason=_NOTHING_TOLD)
    if _COMES.search(before) is not None or told.expression.sentence == expression.sentence:
        return Resolution(told.span, _words(told), dated=told.dated, clause=shifted(told.span, -expression.shift, expression.unit))
    span = shifted(told.span, expression.shift, expression.unit)
    return Resolution(span, _words(told), None if span else "the date it hangs on is less precise than the count", dated=told.dated, clause=told.span)


def _same_grain(expression: TimeExpression, named: TimeExpression) -> bool:
    """Whether the date right behind "two days before" can be what it counts from; "the October offensive" cannot."""
    return named.type == "weekday" or (named.type == "absolute" and (named.day is not None or (expression.unit == "year" and named.month is None)))


def landmark(expression: TimeExpression, context: Context) -> Resolution:
    known = context.landmarks.get(expression.landmark or "")
    base = parse_edtf(known.date) if known else None
    if known is None or base is None:
        return Resolution(reason="the landmark has no date")
    anchor = f"landmark {known.id} ({known.date})"
    if expression.shift is not None and expression.unit is not None:
        edge = base.first if expression.shift < 0 else base.last
        span = shifted(day_span(edge) if base.precision == "day" else base, expression.shift, expression.unit)
        return Resolution(span, anchor, None if span else "the landmark is less precise than the count", dated=True)
    if expression.modifier in ("since", "until", "at"):
        return Resolution(base, anchor, dated=True, tells=False)
    return Resolution(anchor=anchor, reason=f"some time {expression.modifier} {known.date}", tells=False)


def elliptic(expression: TimeExpression, context: Context) -> Resolution:
    if expression.unit == "hour":
        named = context.behind(30, _AT_THAT_HOUR)
        if named is not None and named.type in ("absolute", "weekday"):
            return replace((absolute if named.type == "absolute" else weekday)(named, context), tells=False)
        told = context.focus("day")
        if told is None or (told.span.last - told.span.first).days > 3:
            return Resolution(reason=_NOTHING_TOLD)
        return Resolution(day_span(told.span.last), _words(told), dated=told.dated)
    if expression.day is not None:
        return _day_of_its_month(expression, context)
    told = context.focus({"day": "day", "week": "week", "month": "month"}.get(expression.unit or "", "year"))
    if expression.unit == "year" and expression.rule == "end-of-unit" and context.published and not context.historical and not (told and told.dated):
        return Resolution(span_of(context.published.last.year), f"published {context.published.edtf}", tells=False)
    if told is None:
        return Resolution(reason=_NOTHING_TOLD)
    first = told.span.first
    span: Span | None
    if expression.unit == "month":
        span = span_of(first.year, first.month)
    elif expression.unit == "year":
        span = span_of(first.year)
    elif expression.unit == "week":
        span = between(add_days(first, -first.weekday()), add_days(first, 6 - first.weekday()))
    else:
        span = told.span
    return Resolution(span, _words(told), dated=told.dated)


def _day_of_its_month(expression: TimeExpression, context: Context) -> Resolution:
    told = context.focus("month")
    if told is None:
        return Resolution(reason="hangs on a month told before, and none is")
    first = told.span.first
    span = span_of(first.year, first.month, expression.day)
    return Resolution(span, _words(told), None if span else "the month has no such day", dated=told.dated)
