"""Windows of publication: landmarks that an article tells as news leave only a few days for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date as Day
from typing import NamedTuple

from attack_timeline.dating.calendar import add_days, parse_edtf, shifted, span_of, weekday_on_or_before
from attack_timeline.dating.cuts import Cut, Event
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import TimeExpression

# News follows its newest event within days. Beyond this a weekday is no longer told without its date.
FRESH_DAYS = 6
# Characters of the title and the first paragraphs, which tell the news.
LEAD = 900
# Characters between a landmark and the time that one sentence tells with it.
NEAR = 220


class Window(NamedTuple):
    first: Day
    last: Day
    cut: Cut


def fresh_windows(text: str, times: Sequence[TimeExpression], events: Sequence[Event], known: dict[str, Landmark], oldest: Day) -> Iterator[Window]:
    """Days left by landmarks that the text tells as news: with a weekday, with "last week", or counted from."""
    for time in times:
        base = parse_edtf(known[time.landmark].date) if time.landmark in known and time.shift is not None and time.unit else None
        if base is not None and time.shift is not None and time.unit in ("day", "week") and time.sentence <= 30:
            span = shifted(base, time.shift, time.unit)
            if span is not None and (time.sentence <= 3 or _comes(text, time)):
                yield Window(
                    span.first, add_days(span.last, 2 + (time.unit == "week")), Cut(span.first, None, time.start, time.end, "counted-from-landmark")
                )
    yield from _full_dates(times)
    starts = [time.start for time in times]
    for event in events:
        nearby = times[bisect_left(starts, event.mention.start - NEAR) : bisect_left(starts, event.mention.start + NEAR)]
        for time in nearby:
            if _same_sentence(text, time, event):
                yield from _told_as_news(text, time, event)
        if event.mention.start < 2 * LEAD and not event.landmark.foreseen and event.span.last >= oldest:
            yield from _in_lead(times, event)


def _in_lead(times: Sequence[TimeExpression], event: Event) -> Iterator[Window]:
    """The landmark stands in the lead, and so does its own weekday."""
    for time in times:
        if time.start >= LEAD:
            return
        if _is_its_day(time, event, abroad=True) and time.modifier is None:
            cut = Cut(event.span.first, None, event.mention.start, event.mention.end, "lead-landmark")
            yield Window(event.span.first, add_days(event.span.last, FRESH_DAYS), cut)
            return


def _is_its_day(time: TimeExpression, event: Event, *, abroad: bool) -> bool:
    """A weekday told as past that is the event's own; `abroad`: late in the day in America it may be the day before."""
    if time.type != "weekday" or time.tense == "future":
        return False
    own = {event.span.first.weekday(), event.span.last.weekday()}
    if abroad and any(word in (time.part or "") for word in ("afternoon", "evening", "night", "late")):
        own.add(add_days(event.span.first, -1).weekday())
    return time.weekday in own


def _comes(text: str, time: TimeExpression) -> bool:
    return (
        re.search(r"(?i:\b(?:comes?|came|taking place|took place|is|was)\s(?:just\s|only\s)?)$", text[max(0, time.start - 30) : time.start])
        is not None
    )


def _same_sentence(text: str, time: TimeExpression, event: Event) -> bool:
    start, end = sorted((time.start, event.mention.start))
    return "\n" not in text[start:end] and re.search(r"[.!?]\s+[A-Z“\"]", text[start:end]) is None


def _full_dates(times: Sequence[TimeExpression]) -> Iterator[Window]:
    """A full date told twice, or with its weekday as the news of the day (an embedded post, a caption)."""
    dates = [time for time in times if time.type == "absolute" and time.year and time.month and time.day and time.tense != "future"]
    spans = sorted(((span, time) for time in dates if (span := span_of(time.year or 0, time.month, time.day))), key=lambda pair: pair[0].first)
    if not spans:
        return
    newest, time = spans[-1]
    weekdays = {told.weekday for told in times if told.type == "weekday" and told.tense != "future"}
    if sum(span.edtf == newest.edtf for span, _ in spans) > 1 or newest.first.weekday() in weekdays:
        yield Window(newest.first, add_days(newest.first, FRESH_DAYS), Cut(newest.first, None, time.start, time.end, "newest-date"))


def _told_as_news(text: str, time: TimeExpression, event: Event) -> Iterator[Window]:
    """The landmark stands in one sentence with a weekday that is its own, or with a word that counts from today."""
    span, day = event.span, event.span.last
    if event.landmark.foreseen or time.quoted:
        return
    gap = max(time.start, event.mention.start) - min(time.end, event.mention.end)
    cut = Cut(span.first, None, min(time.start, event.mention.start), max(time.end, event.mention.end), "told-with-landmark")
    if _is_its_day(time, event, abroad=False) and (gap <= 45 or (gap <= 80 and "," not in text[event.mention.end : time.start])):
        lag = 1 if time.modifier == "last" else 0
        yield Window(add_days(span.first, lag), add_days(day, FRESH_DAYS + lag), cut)
    elif time.type == "deictic" and time.modifier == "last" and time.unit == "week" and gap <= 90:
        monday = add_days(weekday_on_or_before(span.first, 0), 7)
        yield Window(monday, add_days(monday, 6), cut)
    elif time.type == "deictic" and time.unit == "day" and time.shift in (0, -1) and time.part != "overnight" and gap <= 60:
        yield Window(span.first, add_days(day, 1), cut)
    elif time.type == "deictic" and time.unit == "day" and time.shift is None:  # "a few days ago"
        yield Window(add_days(span.first, 2), add_days(day, 7), cut)
    elif time.unit == "hour" and (time.type == "landmark" or (time.type == "relative" and event.mention.start < LEAD)) and gap <= 60:
        yield Window(span.first, add_days(day, 2), cut)
