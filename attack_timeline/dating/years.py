"""The year of a month or a day that is told without one: from the narrative, or from the publication."""

from __future__ import annotations

from collections.abc import Iterator

from attack_timeline.dating.calendar import PRECISION, Span, add_days, span_of
from attack_timeline.dating.context import Context, Resolution, Told
from attack_timeline.model import TimeExpression

# Measured on war narratives (benchmarks/dating.py): dates run forwards, a flashback stays mostly within its year, and a year
# that stands alone inside a sentence is more often an aside than the year that the narrative has reached.
BACKWARDS = 1.0
BACKWARDS_OUT_OF_YEAR = 2.5
CAP = 420
FADE = 0.6
BEHIND = 0.45
YEAR_ALONE = {"head": 1.0, "in": 0.6, "aside": 0.4}
# A year inside a sentence that lies this far from the dates told is that of a book, an anniversary, an election.
ASIDE_YEARS = 5
_WINTER = ("24",)


def without_year(expression: TimeExpression, context: Context) -> Resolution:
    """Resolves a month, season or month-day whose year is not told."""
    narrative = _by_narrative(expression, context)
    published = _by_publication(expression, context)
    if published is None and narrative is None:
        return Resolution(reason="no year is told, and there is no publication date to infer it from")
    if published is None and _lone_year(expression, context):
        return Resolution(reason="no year is told for it, only one in passing in another paragraph")
    if published is None or (narrative is not None and _narrative_wins(expression, context, narrative)):
        assert narrative is not None
        focus = context.focus()
        return Resolution(narrative, _words(focus) if focus else "the next date that is told with its year", dated=True)
    return Resolution(published, f"published {context.published.edtf}" if context.published else None)


def _year_of_the_paragraph(expression: TimeExpression, context: Context) -> int | None:
    """The year that the paragraph set out with ("In 2022, ... Six rockets hit it on Jan. 28"), where no other has been told since."""
    for told in context.recent():
        if told.expression.paragraph != expression.paragraph:
            return None
        if PRECISION[told.span.precision] >= PRECISION["year"]:
            return told.span.first.year if context.place(told.expression) == "head" else None
    return None


def _lone_year(expression: TimeExpression, context: Context) -> bool:
    """All that has been told lately is a bare year inside a sentence of another paragraph: the year of something else."""
    focus = context.focus()
    if focus is None or PRECISION[focus.span.precision] < PRECISION["year"] or context.place(focus.expression) == "head":
        return False
    finer = any(PRECISION[told.span.precision] < PRECISION["year"] for told in context.recent())
    return expression.paragraph != focus.expression.paragraph and not finer


def _words(told: Told) -> str:
    return f"{told.span.edtf} at {told.expression.start}"


def _narrative_wins(expression: TimeExpression, context: Context, narrative: Span) -> bool:
    """With a known publication day the narrative decides only inside a chain of dates that began with a stated year."""
    focus, day = context.focus(), context.published_day()
    if day is None or narrative.first > day:
        return False
    if _year_of_the_paragraph(expression, context) == narrative.first.year:
        return True
    if context.historical or context.vague():
        return True
    if focus is None or not focus.dated:
        return False
    near = expression.sentence == focus.expression.sentence
    chain = focus.span.precision == "day" and expression.paragraph - focus.expression.paragraph <= 4 and context.told[-1].dated
    return near or chain


def _by_narrative(expression: TimeExpression, context: Context) -> Span | None:
    """The year that lies best between the dates told before and the dated ones that follow.

    Each neighbour pulls with a weight that fades with distance in the text, and no pull grows beyond CAP: one date out of
    line (the year of a book, an election to come) cannot drag the narrative with it.
    """
    pulls = [*_pulls_before(expression, context), *_pulls_behind(expression, context)]
    years = sorted({span.first.year + step for span, _, _ in pulls for step in (-1, 0, 1)})
    candidates = [span for year in years if 0 < year < 9999 and (span := span_of(year, expression.month, expression.day))]
    return min(candidates, key=lambda span: (sum(weight * _pull(span, other, ahead) for other, weight, ahead in pulls), span.edtf), default=None)


def _pulls_before(expression: TimeExpression, context: Context) -> Iterator[tuple[Span, float, bool]]:
    weight = 1.0
    recent = [told for told in context.recent() if expression.quoted or not told.expression.quoted]
    fine = [told.span.first.year for told in recent if PRECISION[told.span.precision] < PRECISION["year"]]
    fine += [span.first.year for span in context.dated_behind(expression.start)]
    for told in recent:
        near = 2.0 if told.expression.sentence == expression.sentence else 1.0
        just_told = 1.5 if expression.sentence - told.expression.sentence <= 1 else 1.0
        alone = 1.0
        if PRECISION[told.span.precision] >= PRECISION["year"]:
            place = context.place(told.expression)
            far = place != "head" and bool(fine) and min(abs(year - told.span.first.year) for year in fine) > ASIDE_YEARS
            alone = 0.0 if far else YEAR_ALONE[place]
        yield told.span, weight * near * just_told * alone, False
        weight *= FADE


def _pulls_behind(expression: TimeExpression, context: Context) -> Iterator[tuple[Span, float, bool]]:
    weight = BEHIND
    for span in context.dated_behind(expression.start):
        yield span, weight, True
        weight *= FADE


def _pull(candidate: Span, other: Span, ahead: bool) -> float:
    """Days between, dearer where the narrative would run backwards; `ahead`: the other date is told after the candidate."""
    if candidate.edtf[5:] in _WINTER:
        middle = add_days(candidate.first, -320)
        first, last = middle, middle
    else:
        first, last = candidate.first, candidate.last
    if first <= other.last and other.first <= last:
        return 0.0
    forwards = (other.first - last).days if ahead else (first - other.last).days
    backwards = (first - other.last).days if ahead else (other.first - last).days
    days = forwards if forwards > 0 else backwards * (BACKWARDS if candidate.first.year == other.first.year else BACKWARDS_OUT_OF_YEAR)
    return min(days, CAP)


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
    if context.vague() and (not past or past[-1] != max((span for span in spans if span.first <= context.published.first), default=None)):
        return None
    return past[-1] if past else None
