"""Resolves the time expressions of one text, in order, each against what it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attack_timeline.dating.absolute import absolute, range_of
from attack_timeline.dating.calendar import parse_edtf, span_of
from attack_timeline.dating.context import Context, Resolution, Told
from attack_timeline.dating.deictic import deictic, weekday
from attack_timeline.dating.relative import elliptic, landmark, relative
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import ResolvedTime, TimeExpression


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
    context = Context(
        text=text,
        times=times,
        published=parse_edtf(published) if published else None,
        landmarks={landmark.id: landmark for landmark in landmarks},
        dated=[(time.start, span) for time in times if time.year and time.month and (span := span_of(time.year, time.month, time.day))],
    )
    return [_step(index, expression, context) for index, expression in enumerate(times)]


def _step(index: int, expression: TimeExpression, context: Context) -> ResolvedTime:
    context.index = index
    resolution = RESOLVERS[expression.type](expression, context)
    span, clause = resolution.span, resolution.clause.edtf if resolution.clause else None
    if span is None:
        reason = resolution.reason or "what it hangs on is not told"
        return ResolvedTime(expression=expression, anchor=resolution.anchor, reason=reason, clause_date=clause)
    if resolution.tells and expression.modifier not in ("since", "until", "by"):
        context.told.append(Told(span, expression, resolution.dated))
    return ResolvedTime(expression=expression, date=span.edtf, first=span.first, last=span.last, anchor=resolution.anchor, clause_date=clause)
