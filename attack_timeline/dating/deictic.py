"""Times that hang on the publication day: weekdays, "yesterday", "last month", "two weeks ago"."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from attack_timeline.dating.calendar import Span, add_days, between, day_span, shifted, span_of, weekday_on_or_after, weekday_on_or_before
from attack_timeline.dating.context import Context, Resolution
from attack_timeline.model import TimeExpression

_NO_PUBLICATION = "hangs on the publication date, which is not known"
# Parts of a day which, told in a zone to the west, may be the next day here.
_LATE = ("evening", "night", "late", "afternoon")
# Days are those of a local time this many hours ahead of UTC, the whole year round.
HOME_OFFSET = 3


def weekday(expression: TimeExpression, context: Context) -> Resolution:
    assert expression.weekday is not None
    modifier = (expression.modifier or "").removeprefix("the ")
    if modifier in ("following", "previous", "preceding", "next", "same", "that", "that same") and (told := context.focus("day")):
        if modifier != "next" or expression.modifier == "the next" or context.published is None:
            return Resolution(
                _zoned(day_span(_beside(told.span, expression.weekday, modifier)), expression), f"{told.span.edtf} at {told.expression.start}"
            )
    if context.published is None:
        return _near_a_dated_day(expression, context)
    first, last = (_against(day, expression, modifier) for day in (context.published.first, context.published.last))
    if (last - first).days > 14:
        return Resolution(reason="the publication date is too uncertain")
    if modifier == "last" and _is_the_day_of_the_news(expression, first, context):
        first, last = add_days(first, -7), add_days(last, -7)
    return Resolution(_zoned(between(first, last), expression), f"published {context.published.edtf}")


def _is_the_day_of_the_news(expression: TimeExpression, first: Day, context: Context) -> bool:
    """A story that has told "on Thursday" of its news means with "last Thursday" the one before."""
    told = [t for t in context.told[-24:] if t.expression.type == "weekday" and t.expression.weekday == expression.weekday]
    return any(t.expression.modifier is None and t.expression.tense != "future" and t.span.single and t.span.first == first for t in told)


def _near_a_dated_day(expression: TimeExpression, context: Context) -> Resolution:
    """Without a publication day a weekday still names the nearest one to a dated day told in its paragraph or the one before."""
    told = context.focus("day")
    assert expression.weekday is not None
    if told is None or not told.dated or not told.span.single or expression.paragraph - told.expression.paragraph > 1:
        return Resolution(reason=_NO_PUBLICATION)
    return Resolution(day_span(_beside(told.span, expression.weekday, "that")), f"{told.span.edtf} at {told.expression.start}", dated=True)


def _beside(span: Span, weekday: int, modifier: str) -> Day:
    if modifier in ("following", "next"):
        return weekday_on_or_after(add_days(span.last, 1), weekday)
    if modifier in ("previous", "preceding"):
        return weekday_on_or_before(add_days(span.first, -1), weekday)
    return weekday_on_or_before(add_days(span.first, 3), weekday)


def _against(published: Day, expression: TimeExpression, modifier: str) -> Day:
    assert expression.weekday is not None
    if modifier == "last":
        return weekday_on_or_before(add_days(published, -1), expression.weekday)
    if modifier in ("next", "coming", "this coming"):
        return weekday_on_or_after(add_days(published, 1), expression.weekday)
    if expression.tense == "future" and not expression.quoted:
        return weekday_on_or_after(published, expression.weekday)
    return weekday_on_or_before(published, expression.weekday)


def _zoned(span: Span, expression: TimeExpression) -> Span:
    late = any(word in (expression.part or "") for word in _LATE)
    if expression.zone and late and _is_west(expression.zone):
        return between(span.first, add_days(span.last, 1))
    return span


def _is_west(zone: str) -> bool:
    """Whether the zone is behind the local time; a name that no time zone bears ("Washington", "Eastern") is taken to be."""
    key = _zones().get(zone.casefold())
    if zone == "local" or key is None:
        return zone != "local"
    offset = datetime(2020, 1, 1, tzinfo=ZoneInfo(key)).utcoffset()
    return offset is not None and offset < timedelta(hours=HOME_OFFSET)


@cache
def _zones() -> dict[str, str]:
    """Time zones by the city that names them."""
    return {key.rsplit("/", 1)[-1].replace("_", " ").casefold(): key for key in sorted(available_timezones()) if "/" in key}


def deictic(expression: TimeExpression, context: Context) -> Resolution:
    base, anchor = _base(expression, context)
    if base is None:
        return Resolution(reason=_NO_PUBLICATION)
    if (base.last - base.first).days > 14 and _deictic_span(expression, day_span(base.first)) != _deictic_span(expression, day_span(base.last)):
        return Resolution(reason="the publication date is too uncertain")
    span = _deictic_span(expression, base)
    return Resolution(span, anchor, None if span else "a vague count gives no day", tells=expression.part != "overnight")


def _base(expression: TimeExpression, context: Context) -> tuple[Span | None, str | None]:
    """Inside a quotation the day of the statement, where its sentence tells one, else the publication day."""
    said = context.in_sentence(expression) if expression.quoted else None
    if said is not None and said.span.single:
        return said.span, f"said {said.span.edtf} at {said.expression.start}"
    if expression.part == "overnight" and (news := _day_of_the_news(expression, context)):
        return news, f"the news of {news.edtf}"
    return context.published, f"published {context.published.edtf}" if context.published else None


def _day_of_the_news(expression: TimeExpression, context: Context) -> Span | None:
    """The weekday of the news told just before, in a story that came out the day after: its "overnight" is the night before that."""
    told = context.focus("day")
    if told is None or context.published is None or told.expression.type != "weekday":
        return None
    if expression.sentence - told.expression.sentence > 3 or (context.published.last - told.span.last).days != 1:
        return None
    return told.span if told.span.single else None


def _deictic_span(expression: TimeExpression, base: Span) -> Span | None:
    if expression.month is not None:
        return _named_month(expression, base)
    if expression.part == "overnight":
        return between(add_days(base.first, -1), base.last)
    if expression.shift is None or expression.unit is None:
        return None
    unit, shift, today = expression.unit, expression.shift, base.last
    if unit == "weekend":
        return _weekend(today, shift, expression.modifier)
    if unit == "week" and expression.modifier:
        monday = add_days(weekday_on_or_before(today, 0), 7 * shift)
        return between(monday, min(add_days(monday, 6), today) if shift == 0 and expression.tense != "future" else add_days(monday, 6))
    if unit == "week" or unit == "fortnight":
        middle = add_days(today, (7 if unit == "week" else 14) * shift)
        return between(add_days(middle, -3), min(add_days(middle, 3), today) if shift < 0 else add_days(middle, 3))
    if unit == "hour":
        return between(add_days(today, -1), today) if -36 <= shift <= 0 else None
    moved = shifted(day_span(today), shift, unit)
    if unit == "year" and shift == 0:
        moved = span_of(today.year)
    if unit == "day":
        return between(add_days(base.first, shift), add_days(base.last, shift))
    if moved and shift == 0 and unit in ("month", "year") and expression.tense != "future":
        return Span(moved.edtf, moved.first, min(moved.last, today), moved.precision)
    return moved


def _named_month(expression: TimeExpression, base: Span) -> Span | None:
    """ "last September" is the latest one that is over; "this March" the one of the year."""
    today, month = base.last, expression.month
    assert month is not None
    start = month if month <= 12 else {21: 3, 22: 6, 23: 9, 24: 12}[month]
    year = today.year
    if expression.modifier == "last" and (start, 0) >= (today.month, 0):
        year -= 1
    if expression.modifier in ("next", "this coming") and start <= today.month:
        year += 1
    if expression.modifier == "this past" and start > today.month:
        year -= 1
    return span_of(year, month)


def _weekend(today: Day, shift: int, modifier: str | None) -> Span:
    saturday = weekday_on_or_before(today, 5)
    if modifier == "next" or shift > 0:
        saturday = add_days(saturday, 7)
    elif modifier == "last" and today.weekday() >= 5:
        saturday = add_days(saturday, -7)
    return between(saturday, add_days(saturday, 1))
