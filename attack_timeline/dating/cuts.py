"""What the words of an undated article say about the day on which it can have been published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day
from typing import NamedTuple

from attack_timeline.dating.calendar import Span, parse_edtf, span_of
from attack_timeline.knowledge.landmarks import Landmark, LandmarkMention, landmark_mentions
from attack_timeline.model import TimeExpression

# A title with one of these before it is no longer, or not yet, held.
_NOT_IN_OFFICE = re.compile(
    r"(?i:\b(?:former|ex|then|late|onetime|one-time|previous|predecessor|under|successor|future|-?elect)[\s-](?:the\s)?(?:[A-Z][a-z.]{1,12}\s){0,2})$"
)
_ANNIVERSARY = re.compile(r"(?i:\banniversar|\b(?:a|one|two|three|four|five|ten)\syears?\s(?:ago|after|since|later)\b|\btwelve\smonths\sago\b)")


class Cut(NamedTuple):
    """The article was published on or after `first`, on or before `last`; `start:end` are the words that say so."""

    first: Day | None
    last: Day | None
    start: int
    end: int
    rule: str


class Event(NamedTuple):
    """A landmark that the text names."""

    landmark: Landmark
    span: Span
    mention: LandmarkMention


def named_events(text: str, landmarks: Sequence[Landmark]) -> tuple[list[Event], list[Event]]:
    """The events that the text names, and the persons in office (with one entry for each of their terms)."""
    known = {landmark.id: landmark for landmark in landmarks}
    events: list[Event] = []
    offices: list[Event] = []
    for mention in landmark_mentions(text, landmarks):
        landmark = known[mention.id]
        spans = [span for edtf in (landmark.date, *landmark.again) if (span := parse_edtf(edtf))]
        if landmark.kind == "event":
            events.append(Event(landmark, spans[0], mention))
        elif not _NOT_IN_OFFICE.search(text[max(0, mention.start - 40) : mention.start]):
            offices.extend(Event(landmark, span, mention) for span in spans)
    return events, offices


def earliest_cuts(text: str, times: Sequence[TimeExpression], events: Sequence[Event]) -> list[Cut]:
    """The article is no older than what it tells as past."""
    cuts = [Cut(event.span.first, None, event.mention.start, event.mention.end, "after-landmark") for event in events if _happened(text, event)]
    for time in times:
        if time.type == "absolute" and time.year and time.month and time.day and time.tense != "future" and time.modifier not in ("until", "by"):
            span = span_of(time.year, time.month, time.day)
            if span is not None:
                cuts.append(Cut(span.first, None, time.start, time.end, "after-date"))
        elif time.type == "absolute" and time.year and time.tense in ("past", "pluperfect") and not time.quoted:
            before = text[max(0, time.start - 4) : time.start].casefold()
            span = span_of(time.year, time.month)
            if span is not None and before.endswith("in "):
                cuts.append(Cut(span.first, None, time.start, time.end, "after-date"))
    return cuts


def _happened(text: str, event: Event) -> bool:
    """What is foreseen may still lie ahead; anything else that is named has happened."""
    return (
        not event.landmark.foreseen
        or re.search(
            r"(?i:\b(?:since|after|following)\s(?:the\s|a\s|us\s|president\s|u\.s\.\s){0,3})$",
            text[max(0, event.mention.start - 40) : event.mention.start],
        )
        is not None
    )


def office_cuts(offices: Sequence[Event]) -> list[list[Cut]]:
    """For each person in office the terms in which the article can have been written."""
    by_mention: dict[int, list[Cut]] = {}
    for office in offices:
        cut = Cut(office.span.first, office.span.last, office.mention.start, office.mention.end, "in-office")
        by_mention.setdefault(office.mention.start, []).append(cut)
    return list(by_mention.values())


def looks_back(text: str) -> bool:
    """An anniversary piece tells of its event as if it were news."""
    return _ANNIVERSARY.search(text[:600]) is not None
