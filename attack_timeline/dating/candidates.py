"""The publication day as a constraint problem: bounds from what is told, then the days on which its weekdays agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day
from typing import NamedTuple

from attack_timeline.dating.calendar import add_days, between, parse_edtf, span_of
from attack_timeline.dating.cuts import Cut, Event, earliest_cuts, looks_back, named_events, office_cuts
from attack_timeline.dating.signals import Weekday, days_since, lead_choice, told_weekdays
from attack_timeline.dating.windows import FRESH_DAYS, fresh_windows
from attack_timeline.knowledge.landmarks import Landmark
from attack_timeline.model import TimeExpression

# Years in which an article without any other bound can have been written.
FIRST_YEAR, LAST_YEAR = 2003, 2025


# First words of site ids that name no place by themselves.
_COMMON_WORDS = frozenset({"green", "union", "firebase", "victory"})


class Finding(NamedTuple):
    """`date`: EDTF day or range; `cuts`: the words that left it; `contradictions`: what does not agree with it."""

    date: str | None
    cuts: tuple[Cut, ...] = ()
    contradictions: tuple[str, ...] = ()


class Bounds(NamedTuple):
    first: Day | None
    last: Day | None
    newest: Cut | None
    cuts: tuple[Cut, ...]
    contradictions: tuple[str, ...]


def bounds_of(text: str, times: Sequence[TimeExpression], events: Sequence[Event], offices: Sequence[Event]) -> Bounds:
    """No older than the newest thing told; no younger than the terms of those in office, where these agree with that."""
    cuts = earliest_cuts(text, times, events)
    newest = max(cuts, key=lambda cut: (cut.first or Day.min, -cut.start), default=None)
    first = newest.first if newest else None
    last: Day | None = None
    used = [newest] if newest else []
    contradictions: list[str] = []
    for terms in office_cuts(offices):
        fitting = [term for term in terms if term.last and (first is None or term.last >= first)]
        if not fitting:
            contradictions.append(f"{text[terms[0].start : terms[0].end]!r} was in office until {terms[-1].last}, and {first} is told")
            continue
        begin, end = min(term.first or Day.min for term in fitting), max(term.last or Day.max for term in fitting)
        if first is None or begin > first:
            first, newest_is = begin, fitting[0]
            used.append(newest_is)
        if last is None or end < last:
            last = end
            used.append(fitting[0])
    return Bounds(first, last, newest, tuple(dict.fromkeys(used)), tuple(contradictions))


def infer_year(text: str, times: Sequence[TimeExpression], stated: TimeExpression, landmarks: Sequence[Landmark]) -> Finding:
    """The year of a dateline that tells only month and day."""
    events, offices = named_events(text, landmarks)
    bounds = bounds_of(text, [time for time in times if time is not stated], events, offices)
    weekdays = told_weekdays(text, times)
    days = [span.first for year in range(FIRST_YEAR, LAST_YEAR + 1) if (span := span_of(year, stated.month, stated.day))]
    if stated.weekday is not None:
        days = [day for day in days if day.weekday() == stated.weekday]
    days = [day for day in days if (bounds.first is None or day >= bounds.first) and (bounds.last is None or day <= bounds.last)]
    agreeing = [day for day in days if not weekdays or _lag(day, weekdays) <= 2]
    cuts = (*bounds.cuts, *(_weekday_cuts(weekdays)))
    near = [day for day in agreeing if _beside_attack(text, day, landmarks) or any(0 <= (day - event.span.first).days <= 3 for event in events)]
    close = [day for day in agreeing if weekdays and _lag(day, weekdays) <= 1]
    for choice in (near, close if bounds.newest and bounds.newest.rule == "after-landmark" else [], agreeing if bounds.newest else []):
        if choice and (choice is near or bounds.newest is not None):
            return Finding(choice[0].isoformat(), cuts, bounds.contradictions)
    if len(close or agreeing) == 1:
        return Finding((close or agreeing)[0].isoformat(), cuts, bounds.contradictions)
    return Finding(None, cuts, (*bounds.contradictions, "no year is told, and several agree"))


def _lag(day: Day, weekdays: Sequence[Weekday]) -> int:
    """Days since the nearest weekday told as past."""
    return min(((day.weekday() - told.weekday) % 7 for told in weekdays), default=0)


def _weekday_cuts(weekdays: Sequence[Weekday]) -> list[Cut]:
    return [Cut(None, None, told.start, told.end, "weekday") for told in weekdays[:2]]


def _beside_attack(text: str, day: Day, landmarks: Sequence[Landmark]) -> bool:
    """A known attack on a site that the text names, on this day or the one before."""
    for landmark in landmarks:
        span = parse_edtf(landmark.date) if landmark.attack else None
        if span and landmark.attack and 0 <= (day - span.first).days <= 2 and any(_names(text, site) for site in landmark.attack.sites):
            return True
    return False


def _names(text: str, site: str) -> bool:
    words = site.split("-")
    name = words[0] if len(words[0]) > 4 and words[0] not in _COMMON_WORDS else site
    return re.search(r"\b" + re.escape(name).replace(r"\-", r"[\s-]") + r"\b", text, re.IGNORECASE) is not None


def infer_day(text: str, times: Sequence[TimeExpression], landmarks: Sequence[Landmark]) -> Finding:
    """The days that remain for an article that states no date at all."""
    events, offices = named_events(text, landmarks)
    bounds = bounds_of(text, times, events, offices)
    fresh = sorted(
        fresh_windows(text, times, events, {landmark.id: landmark for landmark in landmarks}, bounds.first or Day.min),
        key=lambda window: window.cut.start,
    )
    weekdays = told_weekdays(text, times)
    if not fresh or looks_back(text):
        return _open(bounds)
    first, last = bounds.first, bounds.last
    cuts, contradictions = list(bounds.cuts), list(bounds.contradictions)
    for window in sorted(fresh, key=lambda window: window.first, reverse=True):
        begin = max(first, window.first) if first else window.first
        end = min(last, window.last) if last else window.last
        if begin > end:
            contradictions.append(f"{text[window.cut.start : window.cut.end]!r} would put it between {window.first} and {window.last}")
            continue
        first, last = begin, end
        cuts.append(window.cut)
    assert first is not None
    if last is None or (last - first).days > 60:
        return _open(bounds)
    return _by_weekday(text, (first, last), bounds.first or first, weekdays, events, Finding(None, tuple(dict.fromkeys(cuts)), tuple(contradictions)))


def infer_day_beside(text: str, times: Sequence[TimeExpression], landmarks: Sequence[Landmark], day: Day, cut: Cut) -> Finding:
    """The publication of an article whose news, told with a weekday, is known to be of this day."""
    events, offices = named_events(text, landmarks)
    bounds = bounds_of(text, times, events, offices)
    first, last = max(bounds.first or day, day), min(bounds.last or Day.max, add_days(day, FRESH_DAYS))
    if first > last:
        return Finding(None, bounds.cuts, (f"{text[cut.start : cut.end]!r} would put it after {day}, other words before {first}",))
    return _by_weekday(text, (first, last), first, told_weekdays(text, times), events, Finding(None, (*bounds.cuts, cut)))


def _open(bounds: Bounds) -> Finding:
    """Bounds alone are told as a range only where they are narrow enough to help anybody."""
    if bounds.first and bounds.last and (bounds.last - bounds.first).days <= 400:
        return Finding(between(bounds.first, bounds.last).edtf, bounds.cuts, bounds.contradictions)
    return Finding(None, bounds.cuts, bounds.contradictions)


def _by_weekday(text: str, window: tuple[Day, Day], oldest: Day, weekdays: Sequence[Weekday], events: Sequence[Event], so_far: Finding) -> Finding:
    """The day on which the weekdays told lie closest behind, or the one after it; `oldest`: the day of the newest thing told."""
    first, last = window
    unexplained = _unexplained(text, first, weekdays, events)
    days = [add_days(first, step) for step in range(min((last - first).days, 13) + 1)]
    since = days_since(text, weekdays)
    if since is not None and (today := [day for day in days if day.weekday() == since[0]]):
        return so_far._replace(date=today[0].isoformat(), cuts=(*so_far.cuts, since[1]))
    days = [day for day in days if _lag(day, unexplained) == 0 or (day == oldest and _lag(day, unexplained) == 1)]
    days = _led_by(days, unexplained, first) or days
    if not unexplained or not days:
        return so_far._replace(date=between(first, last).edtf)
    day = min(days, key=lambda day: (_reach(day, unexplained) + (day - first).days, day))
    lag = _lag(day, unexplained)
    nearest = [told for told in unexplained if (day.weekday() - told.weekday) % 7 == lag]
    cuts = (*so_far.cuts, Cut(None, None, nearest[0].start, nearest[0].end, "weekday"))
    if lag:
        return so_far._replace(date=day.isoformat(), cuts=cuts)
    choice = lead_choice(text, nearest, (day - oldest).days)
    begin, end = add_days(day, choice.earliest), min(add_days(day, choice.latest), last)
    return so_far._replace(date=between(min(begin, end), end).edtf, cuts=(*cuts, *choice.cuts))


def _led_by(days: Sequence[Day], weekdays: Sequence[Weekday], first: Day) -> list[Day]:
    """Where the first sentence tells another weekday than that of the newest event known, the news came after that event."""
    lead = next((told for told in weekdays if told.sentence == 0 and not told.last), None)
    if lead is None or lead.weekday == first.weekday() or not any(told.weekday == first.weekday() and told.sentence >= 3 for told in weekdays):
        return []
    return [day for day in days if day.weekday() == lead.weekday]


def _unexplained(text: str, first: Day, weekdays: Sequence[Weekday], events: Sequence[Event]) -> list[Weekday]:
    """Without those weekdays on which an earlier event that the text names fell, unless the article leads with them."""
    explained = {event.span.first.weekday() for event in events if 0 < (first - event.span.first).days <= FRESH_DAYS}
    kept = [told for told in weekdays if told.sentence <= 2 or told.weekday not in explained]
    return kept or list(weekdays)


def _reach(day: Day, weekdays: Sequence[Weekday]) -> int:
    """How far back the weekdays told reach when the article is of this day."""
    return max(((day.weekday() - told.weekday) % 7 for told in weekdays), default=0)
