"""The year of a month or a day that is told without one: from the narrative, or from the publication."""

from __future__ import annotations

from attack_timeline.dating.calendar import PRECISION, Span, span_of
from attack_timeline.dating.context import Context, Resolution, Told
from attack_timeline.model import TimeExpression

# How much dearer a step backwards is than one forwards, when the narrative moves from one date to the next without a year.
# Measured on war narratives: dates run forwards, and a flashback stays mostly within the year.
BACKWARDS_IN_YEAR = 0.75
BACKWARDS_OUT_OF_YEAR = 2.0
FORWARDS_OUT_OF_YEAR = 1.0


def without_year(expression: TimeExpression, context: Context) -> Resolution:
    """Resolves a month, season or month-day whose year is not told."""
    narrative = _by_narrative(expression, context)
    published = _by_publication(expression, context)
    if published is None and narrative is None:
        return Resolution(reason="no year is told, and there is no publication date to infer it from")
    if published is None or (narrative is not None and _narrative_wins(expression, context, narrative)):
        assert narrative is not None
        focus = context.focus()
        return Resolution(narrative, _words(focus) if focus else "the next year that is told", dated=True)
    return Resolution(published, f"published {context.published.edtf}" if context.published else None)


def _words(told: Told) -> str:
    return f"{told.span.edtf} at {told.expression.start}"


def _narrative_wins(expression: TimeExpression, context: Context, narrative: Span) -> bool:
    """With a known publication day the narrative decides only inside a chain of dates that began with a stated year."""
    focus, day = context.focus(), context.published_day()
    if focus is None or not focus.dated or day is None or narrative.first > day:
        return False
    near = expression.sentence == focus.expression.sentence
    chain = focus.span.precision == "day" and expression.paragraph - focus.expression.paragraph <= 4 and context.told[-1].dated
    return near or chain


def _by_narrative(expression: TimeExpression, context: Context) -> Span | None:
    focus = context.focus()
    if focus is None:
        ahead = context.year_ahead(expression.start)
        return span_of(ahead, expression.month, expression.day) if ahead else None
    year = focus.span.first.year
    if PRECISION[focus.span.precision] >= PRECISION["year"]:
        return span_of(year, expression.month, expression.day)
    candidates = [span for y in (year - 1, year, year + 1) if y > 0 and (span := span_of(y, expression.month, expression.day))]
    return min(candidates, key=lambda span: _cost(span, focus.span), default=None)


def _cost(span: Span, focus: Span) -> float:
    days = (span.first - focus.first).days
    if focus.first <= span.last and span.first <= focus.last:
        return 0
    same = span.edtf[:4] == focus.edtf[:4]
    if days < 0:
        return -days * (BACKWARDS_IN_YEAR if same else BACKWARDS_OUT_OF_YEAR)
    return days * (0.7 if same else FORWARDS_OUT_OF_YEAR)


def _by_publication(expression: TimeExpression, context: Context) -> Span | None:
    if context.published is None:
        return None
    day = context.published.last
    spans = [span for y in range(day.year - 4, day.year + 5) if (span := span_of(y, expression.month, expression.day))]
    if expression.tense == "future" and not expression.quoted:
        future = [span for span in spans if span.last >= context.published.first]
        nearest = future[0] if future else None
        if nearest and (nearest.first - day).days < 240:
            return nearest
    past = [span for span in spans if span.first <= day]
    return past[-1] if past else None
