"""Resolves the time expressions of one text, in order, each against what it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attack_timeline.dating.absolute import absolute
from attack_timeline.dating.calendar import Span, parse_edtf, span_of
from attack_timeline.dating.context import Context, Resolution, Told
from attack_timeline.dating.deictic import deictic, weekday
from attack_timeline.dating.ranges import range_of
from attack_timeline.dating.relative import elliptic, landmark, relative
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import ResolvedTime, TimeExpression

# Dated days of past years from which on a text counts as a history; news tells two or three as background.
HISTORY_DATES = 5
# How long ago a year without a month must lie to count: opinion pieces list those of recent wars.
BARE_YEARS_AGO = 20


def _never(expression: TimeExpression, context: Context) -> Resolution:
    return Resolution(reason=f"a {expression.type} time is no date", tells=False)


def _hijri(expression: TimeExpression, context: Context) -> Resolution:
    return Resolution(reason="a date of the lunar calendar depends on the sighting of the moon", tells=False)


RESOLVERS: dict[str, Callable[[TimeExpression, Context], Resolution]] = {
    "absolute": absolute,
    "range": range_of,
    "weekday": weekday,
    "deictic": deictic,
    "relative": relative,
    "elliptic": elliptic,
    "landmark": landmark,
    "duration": _never,
    "recurring": _never,
    "hijri": _hijri,
}


def resolve(text: str, times: Sequence[TimeExpression], published: str | None, landmarks: Sequence[Landmark] = ()) -> list[ResolvedTime]:
    """One resolved time for each expression, in the same order; `published` is EDTF, or None where it is not known."""
    known = parse_edtf(published) if published else None
    context = Context(
        text=text,
        times=times,
        published=known,
        historical=known is not None and _tells_history(times, known),
        landmarks={landmark.id: landmark for landmark in landmarks},
        dated=[(time.start, span) for time in times if time.year and time.month and (span := span_of(time.year, time.month, time.day))],
    )
    return [_step(index, expression, context) for index, expression in enumerate(times)]


def _tells_history(times: Sequence[TimeExpression], published: Span) -> bool:
    """A narrative of wars long past: dated days of other years, and few that hang on the day of its writing."""
    dated = [time for time in times if time.year]
    old = sum((time.year or 0) < published.last.year - (1 if time.month else BARE_YEARS_AGO) for time in dated)
    current = sum(time.type in ("weekday", "deictic") for time in times)
    return old >= HISTORY_DATES and old >= 0.5 * len(dated) and current < old


def _step(index: int, expression: TimeExpression, context: Context) -> ResolvedTime:
    context.index = index
    resolution = RESOLVERS[expression.type](expression, context)
    span, clause = resolution.span, resolution.clause.edtf if resolution.clause else None
    if span is None:
        reason = resolution.reason or "what it hangs on is not told"
        return ResolvedTime(expression=expression, anchor=resolution.anchor, reason=reason, clause_date=clause)
    vague_start = expression.modifier == "since" and span.precision != "day"
    if resolution.tells and not vague_start:
        context.told.append(Told(span, expression, resolution.dated))
    return ResolvedTime(expression=expression, date=span.edtf, first=span.first, last=span.last, anchor=resolution.anchor, clause_date=clause)
